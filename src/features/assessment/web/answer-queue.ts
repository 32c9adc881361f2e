import type { AnswerStorage, WaitingAnswer } from './answer-storage.ts'

export type SaveState =
  | { type: 'idle' }
  | { type: 'saving' }
  | { type: 'saved'; at: string }
  /** Tried and to be tried again: the answers are kept in this browser meanwhile. */
  | { type: 'waiting' }
  | { type: 'refused'; error: unknown }

/** `sent`: the server has everything. `refused`: it has all but what it does not take. */
export type Flushed = { type: 'sent' | 'waiting' } | { type: 'refused'; error: unknown }

export type AnswerQueue = {
  /** Keeps the answer and sends it. */
  add: (answer: WaitingAnswer) => void
  /** Sends all that waits now. */
  flush: () => Promise<Flushed>
  waiting: () => readonly WaitingAnswer[]
  state: () => SaveState
  subscribe: (listener: () => void) => () => void
}

export type AnswerQueueDeps = {
  storage: AnswerStorage
  send: (answer: WaitingAnswer) => Promise<{ savedAt: string }>
  /** `again`: later, unchanged. `keep`: not as things stand, but it stays here. `drop`: never. */
  judge: (error: unknown) => 'again' | 'keep' | 'drop'
  pauseMs: (error: unknown, failures: number) => number
  /** Returns how to call it off. */
  wait: (run: () => void, milliseconds: number) => () => void
}

/**
 * Sends answers one after the other, newest for each question, until each is acknowledged. What waits stands in
 * `storage`: a reload goes on where it was, and so does another tab.
 */
export function createAnswerQueue(deps: AnswerQueueDeps): AnswerQueue {
  const { storage } = deps
  const listeners = new Set<() => void>()
  let state: SaveState = storage.read().length > 0 ? { type: 'waiting' } : { type: 'idle' }
  let failures = 0
  let callOff = () => {}
  let running: Promise<Flushed> | null = null

  const tell = (next: SaveState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const flush = () => {
    callOff()
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }

  const sendAll = async (): Promise<Flushed> => {
    const keptBack = new Set<string>()
    const next = () => storage.read().find(({ answerId }) => !keptBack.has(answerId))
    let savedAt: string | null = null
    let refusal: { error: unknown } | null = null
    for (let answer = next(); answer; answer = next()) {
      tell({ type: 'saving' })
      try {
        savedAt = (await deps.send(answer)).savedAt
        failures = 0
        storage.remove([answer.answerId])
      } catch (error) {
        const verdict = deps.judge(error)
        if (verdict === 'again') {
          failures += 1
          tell({ type: 'waiting' })
          callOff = deps.wait(() => void flush(), deps.pauseMs(error, failures))
          return { type: 'waiting' }
        }
        refusal = { error }
        if (verdict === 'drop') storage.remove([answer.answerId])
        else keptBack.add(answer.answerId)
      }
    }
    const refused = refusal && { type: 'refused' as const, ...refusal }
    if (refused) tell(refused)
    else if (savedAt) tell({ type: 'saved', at: savedAt })
    return refused ?? { type: 'sent' }
  }

  return {
    add: (answer) => {
      const older = storage
        .read()
        .filter(
          (each) => each.questionKey === answer.questionKey && each.sequence < answer.sequence,
        )
      storage.put(answer)
      storage.remove(older.map(({ answerId }) => answerId))
      // While the line is down the timer decides; each answer would else try anew.
      if (state.type !== 'waiting' || failures === 0) void flush()
      else tell({ type: 'waiting' })
    },
    flush,
    waiting: () => storage.read(),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
