import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { told } from '../crowd.ts'
import { databaseUrl } from '../database.ts'
import { keptConnections, percentile, pour, steady } from '../flood.ts'
import { must, type Scenario } from '../scenario.ts'

/** Of this a second is the longest wait for a place; the rest is for a machine that is busy with other things, too. */
const mostMsAccepted = 5_000

export const overload: Scenario = {
  name: 'overload',
  title: 'four times what the server can answer: right answers in time, or 503 with Retry-After',
  alone: true,
  run: async (stage, form) => {
    const server = await stage.start()
    const { learners } = stage.template
    const seconds = form === 'short' ? 3 : 30
    // Every device has been seen, the server's code is compiled: as on any morning but the first.
    const agent = keptConnections()
    stage.onClear(() => agent.destroy())
    await steady(server.base, agent, learners, { seconds: 3, lanes: 320 })
    const usual = await steady(server.base, agent, learners, { seconds })
    const sustained = usual.acceptedMs.length / usual.seconds
    stage.note(
      `sustained: ${Math.round(sustained)} a second, p95 ${Math.round(percentile(usual.acceptedMs, 0.95))} ms`,
    )
    const crowd = await stage.crowd()
    await crowd.look(databaseUrl(stage.dataDir))
    const watch = watchHealth(server.base)
    const working = crowd.work(seconds * 1000)
    const flood = await pour(server.base, agent, learners, {
      perSecond: sustained * 4,
      seconds,
    })
    await working
    const health = watch.stop()
    const accepted = flood.acceptedMs.length / flood.seconds
    const p95 = percentile(flood.acceptedMs, 0.95)
    stage.note(
      `asked ${Math.round(flood.asked / flood.seconds)} a second: ${Math.round(accepted)} answered, p95 ${Math.round(p95)} ms; ${flood.refusedMs.length} told to come back, p95 ${Math.round(percentile(flood.refusedMs, 0.95))} ms`,
    )
    stage.note(
      `health meanwhile: ${health.asked} times asked, slowest ${Math.round(health.slowestMs)} ms`,
    )
    must(
      flood.wrong.length === 0,
      `wrong answers: ${[...new Set(flood.wrong)].slice(0, 3).join(' | ')}`,
    )
    must(usual.wrong.length === 0, `wrong without load: ${usual.wrong[0]}`)
    must(flood.refusedMs.length > 0, 'nobody was told to come back: it was no overload')
    must(accepted > sustained / 4, 'most of what the server can do was lost in refusing')
    must(p95 < mostMsAccepted, `those who were let in waited ${Math.round(p95)} ms`)
    must(health.failures.length === 0, `health was refused: ${health.failures[0]}`)
    await crowd.settle(databaseUrl(stage.dataDir))
    stage.note(told(crowd.tally))
  },
}

/** Who decides whether this server lives must always get an answer. */
function watchHealth(base: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const health = { asked: 0, slowestMs: 0, failures: [] as string[] }
  let isStopped = false
  void (async () => {
    while (!isStopped) {
      for (const path of ['/health/live', '/health/ready']) {
        const began = performance.now()
        const status = await statusOf(base + path, agent)
        health.asked += 1
        health.slowestMs = Math.max(health.slowestMs, performance.now() - began)
        if (status !== 200) health.failures.push(`${path}: ${status}`)
      }
      await pause(100)
    }
  })()
  return {
    stop: () => {
      isStopped = true
      return health
    },
  }
}

function statusOf(url: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    get(url, { agent }, (incoming) => {
      incoming.resume()
      incoming.on('end', () => resolve(incoming.statusCode ?? 0))
    }).on('error', (error) => resolve(error.message))
  })
}
