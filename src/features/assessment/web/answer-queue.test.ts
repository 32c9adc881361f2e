import { beforeEach, expect, test } from 'vitest'
import { memoryStorage } from '../../../testing/memory-storage.ts'
import { type AnswerQueueDeps, createAnswerQueue, type SaveState } from './answer-queue.ts'
import { answerStorage, attemptsWaiting, type WaitingAnswer } from './answer-storage.ts'

const line = new TypeError('Failed to fetch')
let browser: Storage
beforeEach(() => {
  browser = memoryStorage()
})

const answer = (questionKey: string, sequence: number): WaitingAnswer => ({
  answerId: `${questionKey}-${sequence}`,
  questionKey,
  sequence,
  response: { type: 'true-false', value: true },
})

test('keeps an answer until the network is back, then says when it was saved', async () => {
  const tab = open()
  tab.fail(line)
  tab.queue.add(answer('q1', 1))
  expect(await tab.queue.flush()).toEqual({ type: 'waiting' })
  expect(tab.queue.state()).toEqual({ type: 'waiting' })
  expect(open().queue.waiting()).toHaveLength(1)
  tab.fail(null)
  await tab.pass()
  expect(tab.sent).toEqual(['q1-1'])
  expect(tab.queue.waiting()).toEqual([])
  expect(tab.queue.state()).toEqual({ type: 'saved', at: 'q1-1' })
})

test('sends only the newest answer to a question, and one that came meanwhile', async () => {
  const tab = open()
  const release = tab.hold()
  tab.queue.add(answer('q1', 1))
  tab.queue.add(answer('q1', 2))
  tab.queue.add(answer('q1', 3))
  release()
  expect(await tab.queue.flush()).toEqual({ type: 'sent' })
  expect(tab.sent).toEqual(['q1-1', 'q1-3'])
  expect(tab.queue.waiting()).toEqual([])
})

test('waits for what is on its way before it says that all is sent', async () => {
  const tab = open()
  const release = tab.hold()
  tab.queue.add(answer('q1', 1))
  const flushed = tab.queue.flush()
  release()
  expect(await flushed).toEqual({ type: 'sent' })
})

test('goes on with what a reload left, told by its attempt', async () => {
  answerStorage('enrolment', 'attempt', browser).put(answer('q1', 1))
  answerStorage('enrolment', 'attempt', browser).put(answer('q2', 2))
  answerStorage('enrolment', 'other', browser).put(answer('q3', 1))
  expect(attemptsWaiting(browser).map(({ attemptId }) => attemptId)).toEqual(['attempt', 'other'])
  const tab = open()
  expect(await tab.queue.flush()).toEqual({ type: 'sent' })
  expect(tab.sent).toEqual(['q1-1', 'q2-2'])
})

test('takes up what an earlier release kept, all answers of an attempt in one list', () => {
  // As it wrote them; the last one was cut by hand.
  const earlier = `[
    {"answerId":"0193d0c2-0000-7000-8000-000000000001","questionKey":"q1","sequence":3,"response":{"type":"true-false","value":true}},
    {"answerId":"0193d0c2-0000-7000-8000-000000000002","questionKey":"q2","sequence":1,"response":{"type":"single-choice","choice":"b"}},
    {"answerId":4}
  ]`
  browser.setItem('officina.answers.attempt', earlier)
  expect(
    open()
      .queue.waiting()
      .map(({ questionKey }) => questionKey),
  ).toEqual(['q2', 'q1'])
  expect(browser.getItem('officina.answers.attempt')).toBeNull()
  expect(attemptsWaiting(browser)).toEqual([{ enrolmentId: 'enrolment', attemptId: 'attempt' }])
})

test('two tabs without a line keep the answers of both', async () => {
  const [one, other] = [open(), open()]
  for (const tab of [one, other]) tab.fail(line)
  one.queue.add(answer('q1', 1))
  other.queue.add(answer('q2', 1))
  await Promise.all([one.queue.flush(), other.queue.flush()])
  const later = open()
  await later.queue.flush()
  expect(later.sent).toEqual(['q1-1', 'q2-1'])
})

test('says that a closed attempt refuses, and does not try again', async () => {
  const tab = open()
  tab.fail(new Error('drop'))
  tab.queue.add(answer('q1', 1))
  expect(await tab.queue.flush()).toMatchObject({ type: 'refused' })
  expect(tab.queue.state()).toMatchObject({ type: 'refused' })
  expect(tab.queue.waiting()).toEqual([])
})

test('keeps what somebody else, signed in here, may not send', async () => {
  const tab = open()
  tab.fail(new Error('keep'))
  tab.queue.add(answer('q1', 1))
  tab.queue.add(answer('q2', 1))
  expect(await tab.queue.flush()).toMatchObject({ type: 'refused' })
  expect(tab.queue.waiting()).toHaveLength(2)
  tab.fail(null)
  expect(await tab.queue.flush()).toEqual({ type: 'sent' })
})

/** A page of this browser. */
function open() {
  const sent: string[] = []
  let failure: Error | null = null
  let held: Promise<void> = Promise.resolve()
  let timer = () => {}
  const states: SaveState[] = []
  const deps: AnswerQueueDeps = {
    storage: answerStorage('enrolment', 'attempt', browser),
    send: async ({ answerId }) => {
      if (failure) throw failure
      sent.push(answerId)
      await held
      return { savedAt: answerId }
    },
    judge: (error) => {
      const { message } = error as Error // thrown above
      return message === 'drop' || message === 'keep' ? message : 'again'
    },
    pauseMs: () => 1000,
    wait: (run) => {
      timer = run
      return () => {}
    },
  }
  const queue = createAnswerQueue(deps)
  queue.subscribe(() => states.push(queue.state()))
  return {
    queue,
    sent,
    fail: (error: Error | null) => {
      failure = error
    },
    hold: () => {
      let release = () => {}
      held = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    },
    /** Lets the timer that is set run out. */
    pass: () => {
      timer()
      return queue.flush()
    },
  }
}
