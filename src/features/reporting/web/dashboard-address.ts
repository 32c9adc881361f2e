import { courseId, type UnitId, unitId } from '../../../contract/primitives.ts'
import { paths } from '../../../web/paths.ts'
import { officeSortKeys, personStates } from '../contract.ts'
import type { UnitSortKey } from '../model/sort-units.ts'
import type { CountedHere, UnitLevel } from './queries.ts'

export type ShownState = (typeof personStates)[number] | 'all'

/** What the address says; absent or unreadable parts have their defaults. */
export type DashboardAddress = ReturnType<typeof readAddress>

/** `/dashboard?unit=…&course=…&all=1&level=offices&sort=-share&year=2026&person-state=overdue`. */
export function readAddress(search: URLSearchParams) {
  const sort = search.get('sort') ?? defaultSort
  const sortKey = sort.replace(/^-/, '')
  const state = search.get('person-state')
  const year = Number(search.get('year'))
  return {
    unitId: unitId.safeParse(search.get('unit')).data,
    courseId: courseId.safeParse(search.get('course')).data,
    onlyRequired: search.get('all') !== '1',
    level: oneOf<UnitLevel>(['children', 'offices'], search.get('level')),
    sort: oneOf<UnitSortKey>(officeSortKeys, sortKey) ?? 'share',
    descending: sort.startsWith('-'),
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined,
    personState: oneOf<ShownState>(['all', ...personStates], state) ?? 'overdue',
  }
}

export const defaultSort = '-share'

/** Best first: what a reader wants of a list of offices, and of one with districts below it first the offices. */
export function levelOf(
  address: DashboardAddress,
  here: { unit: { isOffice: boolean }; officeCount: number },
): UnitLevel {
  return address.level ?? (here.unit.isOffice || here.officeCount < 2 ? 'children' : 'offices')
}

export const countedHere = (address: DashboardAddress, unit: UnitId): CountedHere => ({
  unitId: unit,
  onlyRequired: address.onlyRequired,
  ...(address.courseId && { courseId: address.courseId }),
})

/** The same page with some parts changed; null takes a part away. */
export function changed(search: URLSearchParams, parts: Record<string, string | null>): string {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(parts))
    if (value === null) next.delete(name)
    else next.set(name, value)
  const query = next.toString()
  return query ? `${paths.dashboard()}?${query}` : paths.dashboard()
}

/** Another unit under the same filter; order and level begin anew there. */
export const toUnit = (search: URLSearchParams, unit: string): string =>
  changed(search, { unit, level: null, sort: null })

function oneOf<Value extends string>(known: readonly Value[], text: string | null) {
  return known.find((each) => each === text)
}
