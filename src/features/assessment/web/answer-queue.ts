import { ORPCError } from '@orpc/client'
import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'
import { client } from '../../../web/api.ts'
import type { Response } from '../model/response.ts'

/** An answer on its way to the server; sent until it is acknowledged, stored once there by `answerId`. */
export type WaitingAnswer = {
  answerId: string
  questionKey: string
  sequence: number
  response: Response
}

export type SendAnswer = (answer: WaitingAnswer) => Promise<{ savedAt: string }>
export type AnswerStore = { read: () => WaitingAnswer[]; write: (waiting: WaitingAnswer[]) => void }
export type SaveState =
  | { type: 'idle' }
  | { type: 'saving' }
  | { type: 'saved'; at: string }
  /** Tried and to be tried again: the answers are kept in this browser meanwhile. */
  | { type: 'waiting' }
  | { type: 'refused'; error: unknown }

const firstPauseMs = 1000
const longestPauseMs = 30_000

/**
 * Sends answers one after the other, newest for each question; tries again after 1, 2, 4 … 30 seconds.
 * What waits stands in `store`, so that a reload goes on where it was.
 */
export class AnswerQueue {
  #waiting: WaitingAnswer[]
  #isSending = false
  #pauseMs = firstPauseMs
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #send: SendAnswer
  readonly #store: AnswerStore
  readonly #onState: (state: SaveState) => void

  constructor(send: SendAnswer, store: AnswerStore, onState: (state: SaveState) => void) {
    this.#send = send
    this.#store = store
    this.#onState = onState
    this.#waiting = store.read()
  }

  get waiting(): readonly WaitingAnswer[] {
    return this.#waiting
  }

  add(answer: WaitingAnswer): void {
    this.#keep([
      ...this.#waiting.filter(({ questionKey }) => questionKey !== answer.questionKey),
      answer,
    ])
    void this.flush()
  }

  /** Sends all that waits now; resolves with whether nothing is left. */
  async flush(): Promise<boolean> {
    if (this.#isSending) return false
    clearTimeout(this.#timer)
    this.#isSending = true
    let savedAt: string | null = null
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      this.#onState({ type: 'saving' })
      try {
        savedAt = (await this.#send(next)).savedAt
        this.#pauseMs = firstPauseMs
        this.#drop(next)
      } catch (error) {
        this.#isSending = false
        this.#fail(next, error)
        return false
      }
    }
    this.#isSending = false
    if (savedAt) this.#onState({ type: 'saved', at: savedAt })
    return true
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #fail(answer: WaitingAnswer, error: unknown) {
    const isFinal =
      error instanceof ORPCError &&
      error.status >= 400 &&
      error.status < 500 &&
      error.status !== 429
    if (isFinal) {
      if (error.code !== 'UNAUTHORIZED') this.#drop(answer)
      this.#onState({ type: 'refused', error })
      return
    }
    this.#onState({ type: 'waiting' })
    this.#timer = setTimeout(() => void this.flush(), this.#pauseMs)
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs)
  }

  /** A newer answer to the same question, given while this one was under way, stays. */
  #drop({ answerId }: WaitingAnswer) {
    this.#keep(this.#waiting.filter((each) => each.answerId !== answerId))
  }

  #keep(waiting: WaitingAnswer[]) {
    this.#waiting = waiting
    this.#store.write(waiting)
  }
}

export const sendAnswerTo =
  (enrolmentId: EnrolmentId, attemptId: AttemptId): SendAnswer =>
  (answer) =>
    client.assessment.answer({ enrolmentId, attemptId, ...answer })

/** In this browser, under the attempt; a browser that keeps nothing loses nothing that was acknowledged. */
export function browserStore(attemptId: string): AnswerStore {
  const name = `officina.answers.${attemptId}`
  return {
    read: () => {
      try {
        const stored: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
        return Array.isArray(stored) ? stored : []
      } catch {
        return []
      }
    },
    write: (waiting) => {
      try {
        if (waiting.length === 0) localStorage.removeItem(name)
        else localStorage.setItem(name, JSON.stringify(waiting))
      } catch {
        // Full or forbidden: the answers still stand on the page and are sent from there.
      }
    },
  }
}
