import type { GroupId, Language } from '../../../../contract/primitives.ts'
import { api } from '../../../../web/api.ts'

export type GroupFilter = { query: string; closed: boolean; onlyMine: boolean }

export const groupQueries = {
  list: (filter: GroupFilter, language: Language) =>
    api.learning.groups.queryOptions({ input: { ...filter, language } }),
  group: (groupId: GroupId, language: Language) =>
    api.learning.group.queryOptions({ input: { groupId, language } }),
  choices: (language: Language) => api.learning.groupChoices.queryOptions({ input: { language } }),
  candidates: (groupId: GroupId, query: string) =>
    api.learning.groupCandidates.queryOptions({ input: { groupId, query } }),
  questions: (groupId: GroupId, language: Language) =>
    api.assessment.questionStatistics.queryOptions({ input: { groupId, language } }),
}

export function readGroupFilter(search: URLSearchParams): GroupFilter {
  return {
    query: search.get('q') ?? '',
    closed: search.get('closed') === '1',
    onlyMine: search.get('mine') === '1',
  }
}
