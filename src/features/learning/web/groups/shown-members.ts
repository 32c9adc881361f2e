import { plainForm } from '../../../../web/plain-form.ts'
import type { MemberRow } from '../../contract/groups.ts'

export const groupViews = ['all', 'stuck', 'overdue', 'open', 'completed'] as const
export type GroupView = (typeof groupViews)[number]

export function membersInView(members: readonly MemberRow[], view: GroupView): MemberRow[] {
  return members.filter((member) => {
    if (view === 'stuck') return member.stuckSince !== null
    if (view === 'overdue') return member.isOverdue
    if (view === 'completed') return member.state === 'completed'
    return view === 'all' || member.state !== 'completed'
  })
}

/** Those whose name has every word somewhere, in any order: family names come first or last. */
export function membersNamed(members: readonly MemberRow[], query: string): readonly MemberRow[] {
  const words = plainForm(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return members
  return members.filter(({ displayName }) => {
    const name = plainForm(displayName)
    return words.every((word) => name.includes(word))
  })
}
