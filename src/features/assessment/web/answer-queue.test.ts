import { ORPCError } from '@orpc/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  AnswerQueue,
  type AnswerStore,
  type SaveState,
  type SendAnswer,
  type WaitingAnswer,
} from './answer-queue.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function memory(): AnswerStore & { kept: WaitingAnswer[] } {
  const store = {
    kept: [] as WaitingAnswer[],
    read: () => store.kept,
    write: (waiting: WaitingAnswer[]) => {
      store.kept = waiting
    },
  }
  return store
}

const answer = (questionKey: string, sequence: number): WaitingAnswer => ({
  answerId: `${questionKey}-${sequence}`,
  questionKey,
  sequence,
  response: { type: 'true-false', value: true },
})

test('keeps an answer until the network is back, then says when it was saved', async () => {
  let isOnline = false
  const sent: string[] = []
  const send: SendAnswer = async ({ answerId }) => {
    if (!isOnline) throw new TypeError('Failed to fetch')
    sent.push(answerId)
    return { savedAt: '2026-11-22T10:00:00Z' }
  }
  const [store, states] = [memory(), [] as SaveState[]]
  const queue = new AnswerQueue(send, store, (state) => states.push(state))
  queue.add(answer('q1', 1))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(states.at(-1)).toEqual({ type: 'waiting' })
  expect(store.kept).toHaveLength(1)
  isOnline = true
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toEqual(['q1-1'])
  expect(store.kept).toEqual([])
  expect(states.at(-1)).toEqual({ type: 'saved', at: '2026-11-22T10:00:00Z' })
})

test('sends only the newest answer to a question, and one that came meanwhile', async () => {
  const sent: string[] = []
  let release: () => void = () => {}
  const send: SendAnswer = ({ answerId }) => {
    sent.push(answerId)
    return new Promise((resolve) => {
      release = () => resolve({ savedAt: 'now' })
    })
  }
  const queue = new AnswerQueue(send, memory(), () => {})
  queue.add(answer('q1', 1))
  queue.add(answer('q1', 2))
  queue.add(answer('q1', 3))
  release()
  await vi.advanceTimersByTimeAsync(0)
  release()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual(['q1-1', 'q1-3'])
  expect(queue.waiting).toEqual([])
})

test('goes on with what a reload left', async () => {
  const store = memory()
  store.kept = [answer('q1', 1), answer('q2', 1)]
  const sent: string[] = []
  const queue = new AnswerQueue(
    async ({ answerId }) => {
      sent.push(answerId)
      return { savedAt: 'now' }
    },
    store,
    () => {},
  )
  expect(await queue.flush()).toBe(true)
  expect(sent).toEqual(['q1-1', 'q2-1'])
})

test('says that a closed attempt refuses, and does not try again', async () => {
  const states: SaveState[] = []
  const send = vi.fn<SendAnswer>(async () => {
    throw new ORPCError('ATTEMPT_CLOSED', { status: 409 })
  })
  const queue = new AnswerQueue(send, memory(), (state) => states.push(state))
  queue.add(answer('q1', 1))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(send).toHaveBeenCalledTimes(1)
  expect(states.at(-1)).toMatchObject({ type: 'refused' })
})
