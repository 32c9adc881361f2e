import { z } from 'zod'
import {
  civilDate,
  instant,
  language,
  line,
  pageOf,
  pageRequest,
  personId,
  procedure,
  searchText,
  unitId,
} from '../../../contract/primitives.ts'
import { grantRow, role } from './grant.ts'

const tags = ['identity']

const personRow = z.object({
  id: personId,
  displayName: z.string(),
  email: z.string(),
  unitId,
  unitName: z.string(),
  jobRole: z.string().nullable(),
  active: z.boolean(),
  roles: z.array(role),
})

const personPage = z.object({
  person: personRow.extend({
    externalId: z.string().nullable(),
    language,
    hiredOn: civilDate.nullable(),
    deactivatedAt: instant.nullable(),
    lastSignInAt: instant.nullable(),
  }),
  placements: z.array(
    z.object({ unitId, unitName: z.string(), from: civilDate, lastDay: civilDate.nullable() }),
  ),
  grants: z.array(grantRow),
  may: z.object({ manage: z.boolean(), grant: z.boolean() }),
})

const lastAdministrator = { LAST_ADMINISTRATOR: { status: 409 } } as const

/** People on file and the roles they are given. */
export const peopleProcedures = {
  people: {
    list: procedure
      .meta({ access: { permission: 'people.read' } })
      .route({ method: 'GET', path: '/people', tags, summary: 'People within my reach' })
      .input(
        pageRequest.extend({
          search: searchText.optional(),
          unitId: unitId.optional(),
          role: role.optional(),
          state: z.enum(['active', 'inactive', 'all']).default('active'),
        }),
      )
      .output(pageOf(personRow).extend({ count: z.number().int() })),
    get: procedure
      .meta({ access: { permission: 'people.read', on: 'person', by: 'personId' } })
      .route({ method: 'GET', path: '/people/{personId}', tags, summary: 'A person' })
      .input(z.object({ personId }))
      .output(personPage),
    add: procedure
      .meta({ access: { permission: 'people.manage', on: 'unit', by: 'unitId' } })
      .route({ method: 'POST', path: '/people', tags, summary: 'Add one person to a unit' })
      .errors({
        EMAIL_TAKEN: { status: 409 },
        EXTERNAL_ID_TAKEN: { status: 409 },
        UNIT_CLOSED: { status: 409 },
        HIRED_LATER: { status: 422 },
      })
      .input(
        z.object({
          givenName: line(120),
          familyName: line(120),
          email: z.string().trim().toLowerCase().pipe(z.email().max(200)),
          unitId,
          language,
          /** A key of ours or words of the personnel system. */
          jobRole: line(120).nullable(),
          externalId: line(120).nullable(),
          /** First day at work; from then on she counts here. Absent: from today. */
          hiredOn: civilDate.nullable(),
          /** Mails her a link to choose a password. */
          invite: z.boolean(),
        }),
      )
      .output(z.object({ personId })),
    deactivate: procedure
      .meta({ access: { permission: 'people.manage', on: 'person', by: 'personId' } })
      .route({ method: 'POST', path: '/people/{personId}/deactivation', tags, summary: 'Close' })
      .errors({ ...lastAdministrator, ONESELF: { status: 409 } })
      .input(z.object({ personId, reason: line(500) }))
      .output(z.object({ active: z.boolean() })),
    reactivate: procedure
      .meta({ access: { permission: 'people.manage', on: 'person', by: 'personId' } })
      .route({ method: 'POST', path: '/people/{personId}/reactivation', tags, summary: 'Reopen' })
      .input(z.object({ personId }))
      .output(z.object({ active: z.boolean() })),
    invite: procedure
      .meta({ access: { permission: 'people.manage', on: 'person', by: 'personId' } })
      .route({ method: 'POST', path: '/people/{personId}/invitation', tags, summary: 'Invite' })
      .errors({ INACTIVE: { status: 409 } })
      .input(z.object({ personId }))
      .output(z.object({ sentTo: z.string() })),
  },

  roles: {
    grant: procedure
      .meta({ access: { permission: 'roles.grant', on: 'unit', by: 'unitId' } })
      .route({ method: 'POST', path: '/role-grants', tags, summary: 'Grant a role on a unit' })
      .errors({
        INACTIVE: { status: 409 },
        ALREADY_GRANTED: { status: 409 },
        TOO_BROAD: { status: 403 },
        DATES_CROSSED: { status: 422 },
      })
      .input(
        z.object({
          personId,
          role,
          unitId,
          from: civilDate,
          lastDay: civilDate.nullable(),
          reason: line(500),
        }),
      )
      .output(z.object({ grantId: z.uuid() })),
    end: procedure
      .meta({ access: { permission: 'roles.grant' } })
      .route({ method: 'POST', path: '/role-grants/{grantId}/end', tags, summary: 'End a role' })
      .errors({ ...lastAdministrator, ALREADY_ENDED: { status: 409 } })
      .input(z.object({ grantId: z.uuid(), reason: line(500) }))
      .output(z.object({ lastDay: civilDate })),
  },
}
