import type { GroupId } from '../../../../contract/primitives.ts'

/** The server refuses what is no id. */
export const groupIdOf = (params: { groupId?: string | undefined }) =>
  (params.groupId ?? '') as GroupId
