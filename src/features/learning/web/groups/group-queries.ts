import type { InferContractRouterOutputs } from '@orpc/contract'
import { rowsOf } from '../../../../contract/columns.ts'
import type { GroupId, Language } from '../../../../contract/primitives.ts'
import { api } from '../../../../web/api.ts'
import type { MemberRow } from '../../contract/groups.ts'
import type { learning } from '../../contract.ts'

export type GroupFilter = { query: string; closed: boolean; onlyMine: boolean }

export const groupQueries = {
  list: (filter: GroupFilter, language: Language) =>
    api.learning.groups.queryOptions({ input: { ...filter, language } }),
  group: (groupId: GroupId, language: Language) =>
    api.learning.group.queryOptions({ input: { groupId, language }, select: withRows }),
  choices: (language: Language) => api.learning.groupChoices.queryOptions({ input: { language } }),
  candidates: (groupId: GroupId, query: string) =>
    api.learning.groupCandidates.queryOptions({ input: { groupId, query } }),
  questions: (groupId: GroupId, language: Language) =>
    api.assessment.questionStatistics.queryOptions({ input: { groupId, language } }),
}

type GroupSent = InferContractRouterOutputs<typeof learning>['group']

/** Kept here, so that the same answer gives the same rows and nothing is drawn anew. */
const withRows = (group: GroupSent) => ({ ...group, members: rowsOf<MemberRow>(group.members) })

export function readGroupFilter(search: URLSearchParams): GroupFilter {
  return {
    query: search.get('q') ?? '',
    closed: search.get('closed') === '1',
    onlyMine: search.get('mine') === '1',
  }
}
