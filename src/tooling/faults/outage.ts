import { setTimeout as pause } from 'node:timers/promises'
import type { RunningServer } from '../start-product.ts'
import { told } from './crowd.ts'
import { type Form, must } from './scenario.ts'
import type { Stage } from './stage.ts'
import { watchReadiness } from './watch-readiness.ts'

/** The server notices within seconds; on a busy machine the learners here are slow, too. The app gives up at 30 s. */
const mostMsForAnAnswer = 25_000

/** Learners save while the database is away for a while; every one of them is told, and all goes on when it is back. */
export async function outage(
  stage: Stage,
  form: Form,
  {
    server,
    url,
    begin,
    end,
  }: {
    server: RunningServer
    url: string
    begin: () => void
    end: () => void
  },
): Promise<void> {
  const seconds = form === 'short' ? 10 : 60
  const crowd = await stage.crowd()
  await crowd.look(url)
  await crowd.work(1500)
  const watch = watchReadiness(server)
  stage.onClear(watch.stop)
  begin()
  const working = crowd.work(seconds * 1000 + 1500)
  await pause(seconds * 1000)
  end()
  const back = await server.untilReady(20_000)
  await working
  watch.stop()
  must(watch.notReady() > 0, 'the server said that it was ready all the time')
  stage.note(`away for ${seconds} s, ready again ${back.toFixed(1)} s after: ${watch.told()}`)
  const slowest = crowd.tally.slowestMs
  stage.note(`nobody waited longer than ${(slowest / 1000).toFixed(1)} s for an answer`)
  must(slowest < mostMsForAnAnswer, `somebody waited ${Math.round(slowest)} ms for an answer`)
  await crowd.work(1000)
  await crowd.settle(url)
  stage.note(told(crowd.tally))
  if (form === 'full') await untilJobsRun(stage)
}

const quietMs = 15_000

/** The queue of mails and reminders asks every few seconds: silence in the log is work that goes on. */
async function untilJobsRun(stage: Stage) {
  const failures = () => stage.log().split('"msg":"job queue"').length - 1
  const deadline = performance.now() + 120_000
  for (let before = failures(); ; before = failures()) {
    await pause(quietMs)
    if (failures() === before) return
    must(performance.now() < deadline, 'mails and reminders do not go out again')
  }
}
