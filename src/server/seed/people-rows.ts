import type postgres from 'postgres'
import type { Chance } from './chance.ts'
import { copyRows } from './copy-rows.ts'
import type { SeedPeople } from './people.ts'
import { openedOn } from './units.ts'

/** People with where they work and worked, their accounts and roles. */
export async function copyPeople(
  tx: postgres.TransactionSql,
  { people, grants }: Pick<SeedPeople, 'people' | 'grants'>,
  password: string,
  chance: Chance,
) {
  const at = new Date(`${openedOn}T10:00:00Z`)
  await copyRows(
    tx,
    'person',
    people.map((person) => ({
      id: person.id,
      external_id: person.externalId,
      given_name: person.name.given,
      family_name: person.name.family,
      display_name: person.name.display,
      sort_name: person.name.sort,
      email: person.email,
      email_verified: true,
      language: person.language,
      appearance: {},
      unit_id: person.unit.id,
      job_role: person.jobRole,
      hired_on: person.hiredOn,
      active: true,
      two_factor_enabled: false,
      created_at: at,
      updated_at: at,
    })),
  )
  await copyRows(
    tx,
    'person_placement',
    people.flatMap((person) => {
      const [, from = openedOn] = [person.hiredOn, openedOn].toSorted()
      const row = {
        person_id: person.id,
        unit_id: person.unit.id,
        valid_from: from,
        valid_to: null,
      }
      const { before } = person
      return before
        ? [
            { ...row, id: chance.id(at), unit_id: before.unitId, valid_to: before.until },
            { ...row, id: chance.id(at), valid_from: before.until },
          ]
        : [{ ...row, id: chance.id(at) }]
    }),
  )
  await copyRows(
    tx,
    'auth_account',
    people
      .filter(({ hasPassword }) => hasPassword)
      .map((person) => ({
        id: chance.id(at),
        person_id: person.id,
        account_id: person.id,
        provider_id: 'credential',
        password,
        created_at: at,
        updated_at: at,
      })),
  )
  await copyRows(
    tx,
    'role_grant',
    grants.map(({ personId, role, unitId }) => ({
      id: chance.id(at),
      person_id: personId,
      role,
      unit_id: unitId,
      valid_from: '2024-01-01',
      reason: '',
      created_at: at,
    })),
  )
}
