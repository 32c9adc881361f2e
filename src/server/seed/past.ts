import { pathLabel } from '../ids.ts'
import { addDays, civil, workingDay } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Row } from './copy-rows.ts'
import type { SeedPerson } from './people.ts'
import { openedOn, type SeedTree } from './units.ts'

/**
 * Departments that are no more, so that the tree of a day gone by differs from today's: one was renamed
 * and then merged into its office, one was closed. Both are invented.
 */
export function buildPast(
  { offices }: SeedTree,
  people: readonly SeedPerson[],
  today: Date,
  chance: Chance,
): { units: Row[]; placements: Row[] } {
  const office = offices.find(({ code }) => code === '0610033')
  if (!office) throw new Error('the register lacks the office of the demonstration')
  const born = new Date(`${openedOn}T09:00:00Z`)
  const ago = (days: number) => civil(workingDay(addDays(today, -days)))
  const [renamedOn, mergedOn, closedOn] = [ago(640), ago(430), ago(300)]
  const make = (names: readonly { name: string; from: string; reason: string }[], end: Row) => {
    const id = chance.id(born)
    const place = { parent_id: office.id, path: `${office.path}.${pathLabel(id)}` }
    const last = names.at(-1)?.name
    return {
      unit: {
        id,
        ...place,
        kind: 'department',
        municipality_type: null,
        country: office.country,
        name: last,
        short_name: last,
        code: null,
        is_office: false,
        opened_on: openedOn,
        ...end,
      },
      placements: names.map(({ name, from, reason }, nth) => ({
        id: chance.id(born),
        unit_id: id,
        ...place,
        name,
        valid_from: from,
        valid_to: names[nth + 1]?.from ?? end.closed_on,
        reason,
      })),
    }
  }
  const merged = make(
    [
      { name: 'Referat Promocji', from: openedOn, reason: '' },
      {
        name: 'Referat Promocji i Turystyki',
        from: renamedOn,
        reason: 'Zmiana regulaminu organizacyjnego',
      },
    ],
    { closed_on: mergedOn, merged_into_id: office.id },
  )
  const closed = make([{ name: 'Biuro Projektów', from: openedOn, reason: '' }], {
    closed_on: closedOn,
    merged_into_id: null,
  })
  // A few of today's people worked there until its end.
  const colleagues = people.filter(
    (person) =>
      person.office === office && !person.isNew && !person.hasPassword && person.before === null,
  )
  for (const [nth, person] of colleagues.slice(0, 5).entries())
    person.before =
      nth < 3
        ? { unitId: merged.unit.id, until: mergedOn }
        : { unitId: closed.unit.id, until: closedOn }
  return {
    units: [merged.unit, closed.unit],
    placements: [...merged.placements, ...closed.placements],
  }
}
