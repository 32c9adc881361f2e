import { useEffect, useRef, useState } from 'react'
import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'
import type { Response } from '../model/response.ts'
import { AnswerQueue, browserStore, type SaveState, sendAnswerTo } from './answer-queue.ts'

type Given = { response: Response; sequence: number }
type Stored = { question: { key: string }; response: Response | null; sequence: number }

/** The answers of one attempt: what the server had on opening, what waits in this browser, what is given now. */
export function useAnswers(
  enrolmentId: EnrolmentId,
  attemptId: AttemptId,
  stored: readonly Stored[],
) {
  const [state, setState] = useState<SaveState>({ type: 'idle' })
  const [queue] = useState(
    () => new AnswerQueue(sendAnswerTo(enrolmentId, attemptId), browserStore(attemptId), setState),
  )
  const [givenByKey, setGivenByKey] = useState(() => startFrom(stored, queue))
  const latest = useRef(givenByKey)

  useEffect(() => {
    const flush = () => void queue.flush()
    flush()
    window.addEventListener('online', flush)
    return () => {
      window.removeEventListener('online', flush)
      queue.stop()
    }
  }, [queue])

  const respond = (questionKey: string, response: Response) => {
    const sequence = (latest.current.get(questionKey)?.sequence ?? 0) + 1
    latest.current = new Map(latest.current).set(questionKey, { response, sequence })
    setGivenByKey(latest.current)
    queue.add({ answerId: crypto.randomUUID(), questionKey, sequence, response })
  }

  return {
    state,
    responseTo: (questionKey: string): Response | null =>
      givenByKey.get(questionKey)?.response ?? null,
    respond,
    /** Resolves with whether the server has everything. */
    flush: () => queue.flush(),
  }
}

function startFrom(stored: readonly Stored[], queue: AnswerQueue): Map<string, Given> {
  const given = new Map<string, Given>()
  for (const { question, response, sequence } of stored)
    if (response) given.set(question.key, { response, sequence })
  for (const { questionKey, response, sequence } of queue.waiting)
    if (sequence > (given.get(questionKey)?.sequence ?? 0))
      given.set(questionKey, { response, sequence })
  return given
}
