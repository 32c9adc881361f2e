import type { Response } from '../model/response.ts'

/** An answer on its way to the server; sent until it is acknowledged, stored once there by `answerId`. */
export type WaitingAnswer = {
  answerId: string
  questionKey: string
  sequence: number
  response: Response
}

export type AnswerStorage = {
  /** In the order they were given. */
  read: () => WaitingAnswer[]
  put: (answer: WaitingAnswer) => void
  remove: (answerIds: readonly string[]) => void
}

const prefix = 'officina.answer.'

/**
 * Answers of one attempt that the server has not acknowledged, in a place that outlives the page. Each has a key
 * of its own, so that two tabs never overwrite each other's. Where nothing can be stored (full, or forbidden)
 * they live as long as the page.
 */
export function answerStorage(
  enrolmentId: string,
  attemptId: string,
  storage: Storage | null = browserStorage(),
): AnswerStorage {
  const own = `${prefix}${enrolmentId}.${attemptId}.`
  const inMemory = new Map<string, WaitingAnswer>()
  return {
    read: () =>
      [
        ...keysOf(storage, own).flatMap((key) => parsed(storage?.getItem(key))),
        ...inMemory.values(),
      ].sort(
        (one, other) => one.sequence - other.sequence || (one.answerId < other.answerId ? -1 : 1),
      ),
    put: (answer) => {
      try {
        if (!storage) throw new Error('no storage')
        storage.setItem(own + answer.answerId, JSON.stringify({ version: 1, answer }))
        inMemory.delete(answer.answerId)
      } catch {
        inMemory.set(answer.answerId, answer)
      }
    },
    remove: (answerIds) => {
      for (const answerId of answerIds) {
        storage?.removeItem(own + answerId)
        inMemory.delete(answerId)
      }
    },
  }
}

/** Attempts of which something waits in this browser. */
export function attemptsWaiting(
  storage: Storage | null = browserStorage(),
): { enrolmentId: string; attemptId: string }[] {
  const places = keysOf(storage, prefix).map((key) => key.slice(prefix.length).split('.'))
  const attempts = new Map(
    places.map(([enrolmentId = '', attemptId = '']) => [attemptId, { enrolmentId, attemptId }]),
  )
  return [...attempts.values()]
}

function keysOf(storage: Storage | null, start: string): string[] {
  if (!storage) return []
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
    (key) => key.startsWith(start),
  )
}

/** What is not of our form is left out: it would never be accepted. The server checks it whole. */
function parsed(text: string | null | undefined): WaitingAnswer[] {
  try {
    const stored: unknown = JSON.parse(text ?? '')
    return isStored(stored) ? [stored.answer] : []
  } catch {
    return []
  }
}

function isStored(value: unknown): value is { version: 1; answer: WaitingAnswer } {
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'version') !== 1)
    return false
  const answer: unknown = Reflect.get(value, 'answer')
  return (
    typeof answer === 'object' &&
    answer !== null &&
    ['answerId', 'questionKey'].every((field) => typeof Reflect.get(answer, field) === 'string') &&
    typeof Reflect.get(answer, 'sequence') === 'number' &&
    typeof Reflect.get(answer, 'response') === 'object'
  )
}

/** Reading `localStorage` throws where a browser forbids it. */
function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}
