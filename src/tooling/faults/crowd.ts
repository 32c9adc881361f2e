import { setTimeout as pause } from 'node:timers/promises'
import { v7 } from 'uuid'
import { nextSequence } from '../../features/assessment/model/sequence.ts'
import { createAnswerQueue } from '../../features/assessment/web/answer-queue.ts'
import { answerStorage } from '../../features/assessment/web/answer-storage.ts'
import { createProgressQueue } from '../../features/learning/web/player/progress-queue.ts'
import { saveStorage } from '../../features/learning/web/player/save-storage.ts'
import { isPassing, pauseMs } from '../../web/again.ts'
import { responseTo } from '../response-to.ts'
import { callServer, type Tally } from './call-server.ts'
import { asking } from './database.ts'
import { type Before, changedBlock, compare, type Ledger, stateBefore } from './ledger.ts'
import { memoryStorage } from './memory-storage.ts'
import type { CastLearner, Template } from './template.ts'

export type Crowd = {
  /** Learners save and answer for so long. */
  work: (milliseconds: number) => Promise<void>
  /** Everybody stops, what waits goes out; then all is compared. Throws when a write is lost, or an answer was no proper one. */
  settle: (databaseUrl: string, patienceMs?: number) => Promise<void>
  /** Remembers what is there; before the first work. */
  look: (databaseUrl: string) => Promise<void>
  tally: Tally
  /** When the last write was acknowledged, by `performance.now()`. */
  lastAcknowledged: () => number
  leave: () => void
}

/** Pauses of the app are divided by this: a scenario has seconds where a learner has minutes. */
const haste = 20

/** Fifty learners with the app's own queues: what they keep, when they try again and when they give up is the product's. */
export async function gatherCrowd({
  template,
  base,
}: {
  template: Template
  base: string
}): Promise<Crowd> {
  const tally: Tally = { acknowledged: 0, busy: 0, noAnswer: 0, raw: [], slowestMs: 0 }
  let isWorking = false
  let lastAcknowledged = performance.now()
  let before: Before | null = null
  const timers = new Set<NodeJS.Timeout>()
  const wait = (run: () => void, milliseconds: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, milliseconds / haste)
    timers.add(timer)
    return () => {
      timers.delete(timer)
      clearTimeout(timer)
    }
  }

  const learners = template.learners.map((cast, index) => createLearner(cast, index))

  function createLearner(cast: CastLearner, index: number) {
    const { enrolmentId, attemptId } = cast
    const browser = memoryStorage()
    const ledger: Ledger = {
      enrolmentId,
      attemptId,
      saves: new Map(),
      answers: new Map(),
      answersSent: new Set(),
    }
    const call = (procedure: string, input: unknown) =>
      callServer(
        base,
        procedure,
        input,
        { cookie: cast.cookie, address: `10.1.0.${index + 1}` },
        tally,
      )
    const progress = createProgressQueue({
      storage: saveStorage(enrolmentId, browser),
      send: async (saves) => {
        const sent = structuredClone(saves)
        const { acknowledged } = await call('learning/saveProgress', { enrolmentId, saves })
        for (const save of sent) if (acknowledged.includes(save.id)) ledger.saves.set(save.id, save)
        heard()
        return acknowledged
      },
      isFinal: (error) => !isPassing(error),
      pauseMs,
      clock: () => new Date(),
      newId: v7,
      wait,
    })
    const answers = createAnswerQueue({
      storage: answerStorage(enrolmentId, attemptId, browser),
      send: async (answer) => {
        ledger.answersSent.add(answer.answerId)
        const given = await call('assessment/answer', { enrolmentId, attemptId, ...answer })
        ledger.answers.set(answer.answerId, answer)
        heard()
        return given
      },
      judge: (error) => (isPassing(error) ? 'again' : 'keep'),
      pauseMs,
      wait,
    })
    const sequences = new Map<string, number>()
    let round = index

    const act = () => {
      round += 1
      const lessonKey = cast.lessonKeys[round % cast.lessonKeys.length] ?? ''
      progress.add(
        {
          lessonKey,
          position: { block: round % 30, share: 0.5, read: 0.5 },
          presentSeconds: 1 + (round % 7),
          // A block of its own for each save, so that each can be looked for, and one that each save changes.
          blocks: { [`b${round}`]: [round % 9], [changedBlock]: [round % 200] },
          completed: round % 5 === 0,
        },
        { atOnce: round % 5 === 0 },
      )
      if (round % 3 !== 0) return
      const question = cast.questions[round % cast.questions.length]
      if (!question) return
      const sequence = nextSequence(sequences.get(question.key) ?? 0, Date.now())
      sequences.set(question.key, sequence)
      const response = responseTo(question, round)
      answers.add({ answerId: crypto.randomUUID(), questionKey: question.key, sequence, response })
    }

    return { ledger, act, progress, answers }
  }

  function heard() {
    tally.acknowledged += 1
    lastAcknowledged = performance.now()
  }

  return {
    tally,
    lastAcknowledged: () => lastAcknowledged,
    look: async (databaseUrl) => {
      const ids = template.learners.map(({ enrolmentId }) => enrolmentId)
      before = await asking(databaseUrl, (sql) => stateBefore(sql, ids))
    },
    work: async (milliseconds) => {
      isWorking = true
      const until = performance.now() + milliseconds
      await Promise.all(
        learners.map(async ({ act }) => {
          while (isWorking && performance.now() < until) {
            act()
            await pause(250 + Math.random() * 300)
          }
        }),
      )
    },
    settle: async (databaseUrl, patienceMs = 60_000) => {
      isWorking = false
      const deadline = performance.now() + patienceMs
      const left = () =>
        learners.filter(
          ({ progress, answers }) => progress.pending().length > 0 || answers.waiting().length > 0,
        )
      while (left().length > 0) {
        if (performance.now() > deadline) {
          const states = left().map(({ progress, answers }) =>
            [progress.state().kind, answers.state().type].join('/'),
          )
          throw new Error(
            `${left().length} learners could not get rid of their work within ${patienceMs / 1000} s: ${[...new Set(states)].join(', ')}; ${told(tally)}; in the database: ${await whatHangs(databaseUrl)}`,
          )
        }
        await Promise.all(
          left().map(({ progress, answers }) => Promise.all([progress.flush(), answers.flush()])),
        )
        await pause(100)
      }
      const known = before
      if (!known) throw new Error('the crowd did not look before it began')
      const wrong = await asking(databaseUrl, (sql) =>
        compare(
          sql,
          learners.map(({ ledger }) => ledger),
          known,
        ),
      )
      if (wrong.length > 0)
        throw new Error(
          `${wrong.length} things are wrong:\n    ${wrong.slice(0, 8).join('\n    ')}`,
        )
      if (tally.raw.length > 0)
        throw new Error(
          `${tally.raw.length} answers were no proper ones: ${[...new Set(tally.raw)].slice(0, 4).join(' | ')}`,
        )
    },
    leave: () => {
      isWorking = false
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** What the database is doing, when it should do nothing any more. */
const whatHangs = (databaseUrl: string) =>
  asking(databaseUrl, async (sql) => {
    const rows = await sql`
      select pid, state, wait_event, pg_blocking_pids(pid) as "blockedBy", left(query, 80) as query
      from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid()`
    return JSON.stringify(rows)
  })

/** `312 writes acknowledged, 40 put off, 12 without an answer`. */
export const told = ({ acknowledged, busy, noAnswer }: Tally) =>
  `${acknowledged} writes acknowledged, ${busy} put off by the server, ${noAnswer} without an answer`
