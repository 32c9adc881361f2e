import type { BlockValue } from './block-value.ts'
import type { LessonSave, Position } from './lesson-save.ts'

/** Settles which of two writes is later: by the clock, then by id, so that no two are equal. */
export type Stamp = { at: string; saveId: string }

export type LessonState = {
  firstOpenedAt: string | null
  completedAt: string | null
  presentSeconds: number
  position: (Stamp & Position) | null
  blocks: Record<string, Stamp & { value: BlockValue }>
}

export const untouchedLesson: LessonState = {
  firstOpenedAt: null,
  completedAt: null,
  presentSeconds: 0,
  position: null,
  blocks: {},
}

/**
 * Adds a save to what is known of its lesson. Any order of the same saves gives the same state;
 * that each comes once is for the receipts to see to.
 * Of two writes the later wins, the earliest opening and completion stand, seconds add up.
 */
export function mergeSave(state: LessonState, save: LessonSave): LessonState {
  const stamp = { at: save.at, saveId: save.id }
  const blocks = { ...state.blocks }
  for (const [blockId, value] of Object.entries(save.blocks)) {
    const known = blocks[blockId]
    if (!known || isLater(stamp, known)) blocks[blockId] = { ...stamp, value }
  }
  const position =
    save.position && (!state.position || isLater(stamp, state.position))
      ? { ...stamp, ...save.position }
      : state.position
  return {
    firstOpenedAt: earliest(state.firstOpenedAt, save.at),
    completedAt: save.completed ? earliest(state.completedAt, save.at) : state.completedAt,
    presentSeconds: state.presentSeconds + save.presentSeconds,
    position,
    blocks,
  }
}

export const isLater = (one: Stamp, other: Stamp): boolean =>
  one.at === other.at ? one.saveId > other.saveId : one.at > other.at

const earliest = (one: string | null, other: string): string =>
  one === null || other < one ? other : one

/**
 * The time a save counts for, in UTC to the millisecond: browsers' clocks go wrong, but nothing can have
 * happened before the enrolment or after now.
 * @param now see `latestOf`
 */
export function plausibleTime(at: string, enrolledAt: Date, now: Date): string {
  const time = Math.min(Math.max(Date.parse(at), enrolledAt.getTime()), now.getTime())
  return new Date(time).toISOString()
}

/**
 * Now, or when the learner was last seen: the server's clock may have been put back, and what is done after that
 * must not count as done before.
 */
export const latestOf = (now: Date, lastSeenAt: Date | null): Date =>
  lastSeenAt !== null && lastSeenAt > now ? lastSeenAt : now
