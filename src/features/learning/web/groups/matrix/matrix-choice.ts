import { useCallback, useLayoutEffect, useRef } from 'react'
import type { EnrolmentId } from '../../../../../contract/primitives.ts'
import type { MemberRow } from '../../../contract/groups.ts'

export type Matrix = {
  lessons: readonly { key: string; title: string }[]
  members: readonly MemberRow[]
  units: readonly string[]
}

/** Who is chosen, for who may do something with them. */
export type Choice = {
  chosen: ReadonlySet<EnrolmentId>
  onChoose: (chosen: ReadonlySet<EnrolmentId>) => void
}

/** Always the same function, so that a row is not drawn again because another was chosen. */
export function useToggle(choice: Choice | null): (id: EnrolmentId, isChosen: boolean) => void {
  const latest = useRef(choice)
  useLayoutEffect(() => {
    latest.current = choice
  })
  return useCallback((id, isChosen) => {
    const next = new Set(latest.current?.chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    latest.current?.onChoose(next)
  }, [])
}

/** What the checkbox above the column shows and does: all who are shown, or none of them. Others stay as they are. */
export function chooseAll(members: readonly MemberRow[], choice: Choice | null) {
  if (!choice) return null
  const ids = members.map(({ enrolmentId }) => enrolmentId)
  const { chosen } = choice
  const onChange = (all: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) all ? next.add(id) : next.delete(id)
    choice.onChoose(next)
  }
  return {
    areAll: ids.every((id) => chosen.has(id)),
    areSome: ids.some((id) => chosen.has(id)),
    onChange,
  }
}
