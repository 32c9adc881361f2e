import type { LessonSave } from '../../model/lesson-save.ts'
import { holdMs, type SaveStorage } from './save-storage.ts'

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** Kept on this device; sent again when the line is back. */
  | { kind: 'waiting'; saves: number }
  /** The server will never take them: the session has ended, or the enrolment is somebody else's. */
  | { kind: 'refused'; saves: number }

export type NewSave = Omit<LessonSave, 'id' | 'at'>

export type ProgressQueue = {
  /** Keeps the save and sends it soon, or at once. */
  add: (save: NewSave, options?: { atOnce?: boolean }) => void
  /** Sends what waits; resolves when there is nothing more to do now. */
  flush: () => Promise<void>
  /** What the server has not acknowledged yet, oldest first. */
  pending: () => readonly LessonSave[]
  /** What to send with the page's last breath; it stays pending until it is acknowledged some day. */
  leave: () => readonly LessonSave[]
  state: () => SaveState
  subscribe: (listener: () => void) => () => void
  stop: () => void
}

export type QueueDeps = {
  storage: SaveStorage
  /** Resolves with the ids acknowledged; rejects when the saves have to be sent again. */
  send: (saves: LessonSave[]) => Promise<readonly string[]>
  /** Whether an error means that sending again is no use. */
  isFinal: (error: unknown) => boolean
  /** How long to wait after so many failures, the last of which was this. */
  pauseMs: (error: unknown, failures: number) => number
  clock: () => Date
  newId: () => string
  /** Returns how to call it off. */
  wait: (run: () => void, milliseconds: number) => () => void
}

const gatherMs = 10_000
const mostInABatch = 50

/**
 * Sends saves in the background. A save that is waiting takes up the next one of its lesson, so that an hour
 * of reading is a handful of saves; one that was sent never changes, or the server would miss the difference.
 */
export function createProgressQueue(deps: QueueDeps): ProgressQueue {
  const { storage } = deps
  const listeners = new Set<() => void>()
  let pending: readonly LessonSave[] = storage.read()
  const unsent = new Set<string>()
  let state: SaveState =
    pending.length > 0 ? { kind: 'waiting', saves: pending.length } : { kind: 'untouched' }
  /** When the last save was made: a clock that is put back must not put the next one before it. */
  let latest = ''
  let failures = 0
  let gathering = false
  let callOff = () => {}
  let running: Promise<void> | null = null

  const tell = (next: SaveState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const sendIn = (milliseconds: number) => {
    callOff()
    callOff = deps.wait(() => void flush(), milliseconds)
  }

  const flush = () => {
    callOff()
    gathering = false
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }

  const sendAll = async () => {
    pending = storage.read()
    while (pending.length > 0) {
      const batch = pending.filter(({ id }) => !storage.isHeldElsewhere(id)).slice(0, mostInABatch)
      // Another tab is still adding to them and will send them; should it be gone, they are ours later.
      if (batch.length === 0) return sendIn(holdMs)
      const ids = batch.map(({ id }) => id)
      for (const id of ids) unsent.delete(id)
      storage.release(ids)
      tell({ kind: 'saving' })
      try {
        const acknowledged = new Set(await deps.send(batch))
        storage.remove([...acknowledged])
        // Another tab may have sent some of them meanwhile.
        pending = storage.read()
        failures = 0
        if (!batch.some(({ id }) => acknowledged.has(id))) throw new Error('nothing acknowledged')
        tell({ kind: 'saved', at: deps.clock() })
      } catch (error) {
        failures += 1
        const saves = pending.length
        if (deps.isFinal(error)) return tell({ kind: 'refused', saves })
        tell({ kind: 'waiting', saves })
        return sendIn(deps.pauseMs(error, failures))
      }
    }
  }

  return {
    add: (save, { atOnce = false } = {}) => {
      const now = deps.clock().toISOString()
      latest = now > latest ? now : latest
      const made: LessonSave = { ...save, id: deps.newId(), at: latest }
      const open = storage
        .read()
        .findLast(({ id, lessonKey }) => lessonKey === made.lessonKey && unsent.has(id))
      storage.put(open ? joined(open, made) : made)
      if (open) storage.remove([open.id])
      unsent.add(made.id)
      pending = storage.read()
      if (state.kind === 'waiting' && failures > 0) tell({ kind: 'waiting', saves: pending.length })
      else if (atOnce) sendIn(0)
      // Counted from the first: who never stops scrolling is heard of, too.
      else if (!gathering) {
        gathering = true
        sendIn(gatherMs)
      }
    },
    flush,
    pending: () => pending,
    leave: () => {
      storage.release([...unsent])
      unsent.clear()
      return pending.filter(({ id }) => !storage.isHeldElsewhere(id)).slice(0, mostInABatch)
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => callOff(),
  }
}

/** Two saves of one lesson as one, under the id of the later: the same as both, one after the other. */
export function joined(earlier: LessonSave, later: LessonSave): LessonSave {
  return {
    ...later,
    position: later.position ?? earlier.position,
    presentSeconds: Math.min(3600, earlier.presentSeconds + later.presentSeconds),
    blocks: { ...earlier.blocks, ...later.blocks },
    completed: earlier.completed || later.completed,
  }
}
