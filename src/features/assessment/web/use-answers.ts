import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'
import type { Response } from '../model/response.ts'
import { nextSequence } from '../model/sequence.ts'
import type { AnswerQueue } from './answer-queue.ts'
import { attemptQueue } from './attempt-queue.ts'

type Given = { response: Response; sequence: number }
type Stored = { question: { key: string }; response: Response | null; sequence: number }

/** The answers of one attempt: what the server had on opening, what waits in this browser, what is given now. */
export function useAnswers(
  enrolmentId: EnrolmentId,
  attemptId: AttemptId,
  stored: readonly Stored[],
) {
  const queue = attemptQueue(enrolmentId, attemptId)
  const state = useSyncExternalStore(queue.subscribe, queue.state)
  const [givenByKey, setGivenByKey] = useState(() => startFrom(stored, queue))
  const latest = useRef(givenByKey)

  useEffect(() => void queue.flush(), [queue])

  const respond = (questionKey: string, response: Response) => {
    const sequence = nextSequence(latest.current.get(questionKey)?.sequence ?? 0, Date.now())
    latest.current = new Map(latest.current).set(questionKey, { response, sequence })
    setGivenByKey(latest.current)
    queue.add({ answerId: crypto.randomUUID(), questionKey, sequence, response })
  }

  return {
    state,
    responseTo: (questionKey: string): Response | null =>
      givenByKey.get(questionKey)?.response ?? null,
    respond,
    flush: () => queue.flush(),
  }
}

function startFrom(stored: readonly Stored[], queue: AnswerQueue): Map<string, Given> {
  const given = new Map<string, Given>()
  for (const { question, response, sequence } of stored)
    if (response) given.set(question.key, { response, sequence })
  for (const { questionKey, response, sequence } of queue.waiting())
    if (sequence > (given.get(questionKey)?.sequence ?? 0))
      given.set(questionKey, { response, sequence })
  return given
}
