import { browserStorage, keptItems, keysKept } from '../../../web/kept-items.ts'
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

/** Answers of one attempt that the server has not acknowledged, in a place that outlives the page. */
export function answerStorage(
  enrolmentId: string,
  attemptId: string,
  storage: Storage | null = browserStorage(),
): AnswerStorage {
  const kept = keptItems(`${prefix}${enrolmentId}.${attemptId}.`, isStored, storage)
  const put = (answer: WaitingAnswer) => kept.put(answer.answerId, { version: 1, answer })
  for (const answer of takeEarlier(attemptId, storage)) put(answer)
  return {
    read: () =>
      [...kept.read().values()]
        .map(({ answer }) => answer)
        .sort(
          (one, other) => one.sequence - other.sequence || (one.answerId < other.answerId ? -1 : 1),
        ),
    put,
    remove: (answerIds) => {
      for (const answerId of answerIds) kept.remove(answerId)
    },
  }
}

/** Attempts of which something waits in this browser. */
export function attemptsWaiting(
  storage: Storage | null = browserStorage(),
): { enrolmentId: string; attemptId: string }[] {
  const places = keysKept(prefix, storage).map((key) => key.split('.'))
  const attempts = new Map(
    places.map(([enrolmentId = '', attemptId = '']) => [attemptId, { enrolmentId, attemptId }]),
  )
  return [...attempts.values()]
}

const earlierPrefix = 'officina.answers.'

/** Once all answers of an attempt stood under one key, in a list; the enrolment was not told. They are taken out. */
function takeEarlier(attemptId: string, storage: Storage | null): WaitingAnswer[] {
  const text = storage?.getItem(earlierPrefix + attemptId) ?? null
  if (text === null) return []
  storage?.removeItem(earlierPrefix + attemptId)
  try {
    const listed: unknown = JSON.parse(text)
    return Array.isArray(listed) ? listed.filter(isAnswer) : []
  } catch {
    return []
  }
}

type Stored = { version: 1; answer: WaitingAnswer }

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' &&
  value !== null &&
  Reflect.get(value, 'version') === 1 &&
  isAnswer(Reflect.get(value, 'answer'))

/** The server checks an answer whole. */
function isAnswer(answer: unknown): answer is WaitingAnswer {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    ['answerId', 'questionKey'].every((field) => typeof Reflect.get(answer, field) === 'string') &&
    typeof Reflect.get(answer, 'sequence') === 'number' &&
    typeof Reflect.get(answer, 'response') === 'object'
  )
}
