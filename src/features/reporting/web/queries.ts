import type { CourseId, Language, UnitId } from '../../../contract/primitives.ts'
import { api } from '../../../web/api.ts'
import type { PersonRow } from '../contract.ts'
import type { UnitSortKey } from '../model/sort-units.ts'

export type CountedHere = { unitId: UnitId; courseId?: CourseId | undefined; onlyRequired: boolean }
export type UnitLevel = 'children' | 'offices'

export const reportingQueries = {
  myUnits: () => api.reporting.myUnits.queryOptions({ input: {} }),
  dashboard: (counted: CountedHere, language: Language) =>
    api.reporting.dashboard.queryOptions({ input: { ...counted, language } }),
  units: (counted: CountedHere, level: UnitLevel, sort: UnitSortKey, descending: boolean) =>
    api.reporting.units.queryOptions({ input: { ...counted, level, sort, descending } }),
  people: (counted: CountedHere, state: PersonRow['state'] | undefined, language: Language) =>
    api.reporting.people.infiniteOptions({
      input: (after: string | undefined) => ({ ...counted, state, language, after }),
      initialPageParam: undefined as string | undefined, // the type of later pages' keys
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  annual: (unitId: UnitId, year: number) =>
    api.reporting.annual.queryOptions({ input: { unitId, year } }),
}
