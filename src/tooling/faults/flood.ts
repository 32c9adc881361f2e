import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { CastLearner } from './template.ts'

export type Flood = {
  seconds: number
  asked: number
  /** Milliseconds, sorted. */
  acceptedMs: number[]
  refusedMs: number[]
  /** What was neither a right answer nor a proper refusal. */
  wrong: string[]
}

/**
 * Kept connections, as a proxy or a browser has them: more than the server lets in at a time, so that it is the
 * server who refuses, not the system's queue of new connections.
 */
export const keptConnections = () => new Agent({ keepAlive: true, maxSockets: 480 })

/** As many at a time as the server can take, each asking when its last answer has come. */
export async function steady(
  base: string,
  agent: Agent,
  learners: readonly CastLearner[],
  { seconds, lanes: laneCount = 64 }: { seconds: number; lanes?: number },
): Promise<Flood> {
  const flood = emptyFlood()
  const began = performance.now()
  const lanes = Array.from({ length: laneCount }, async (_, lane) => {
    for (let turn = lane; performance.now() - began < seconds * 1000; turn += laneCount)
      await ask(base, agent, learners, turn, flood)
  })
  await Promise.all(lanes)
  return finish(flood, (performance.now() - began) / 1000)
}

/** So many a second, whether the server keeps up or not: people do not wait for each other. */
export async function pour(
  base: string,
  agent: Agent,
  learners: readonly CastLearner[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Flood> {
  const flood = emptyFlood()
  const began = performance.now()
  const asking: Promise<void>[] = []
  for (;;) {
    const elapsed = (performance.now() - began) / 1000
    if (elapsed > seconds) break
    while (asking.length < elapsed * perSecond)
      asking.push(ask(base, agent, learners, asking.length, flood))
    await pause(5)
  }
  const poured = (performance.now() - began) / 1000
  await Promise.all(asking)
  return finish(flood, poured)
}

const emptyFlood = (): Flood => ({
  seconds: 0,
  asked: 0,
  acceptedMs: [],
  refusedMs: [],
  wrong: [],
})

function finish(flood: Flood, seconds: number): Flood {
  for (const times of [flood.acceptedMs, flood.refusedMs]) times.sort((one, other) => one - other)
  return { ...flood, seconds }
}

/** One learner opens her course on one of her devices. */
function ask(
  base: string,
  agent: Agent,
  learners: readonly CastLearner[],
  turn: number,
  flood: Flood,
): Promise<void> {
  const learner = learners[turn % learners.length]
  const device = Math.floor(turn / learners.length) % (learner?.devices.length ?? 1)
  const cookie = learner?.devices[device]
  if (!learner || !cookie) throw new Error('there are no learners')
  flood.asked += 1
  let began = performance.now()
  const body = JSON.stringify({ json: { enrolmentId: learner.enrolmentId, language: 'en' } })
  return new Promise((resolve) => {
    const wrong = (what: string) => {
      flood.wrong.push(what)
      resolve()
    }
    const headers = {
      cookie,
      origin: base,
      'content-type': 'application/json',
      'x-forwarded-for': `10.2.${device}.${(turn % learners.length) + 1}`,
    }
    const outgoing = request(
      `${base}/rpc/learning/player`,
      { agent, method: 'POST', headers },
      (incoming) => {
        let text = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk: string) => {
          text += chunk
        })
        incoming.on('error', (error) => wrong(error.message))
        incoming.on('end', () => {
          const took = performance.now() - began
          const isRight = text.includes(`"enrolmentId":"${learner.enrolmentId}"`)
          const isRefusal =
            Number(incoming.headers['retry-after']) > 0 && text.includes('"code":"OVERLOADED"')
          if (incoming.statusCode === 200 && isRight) flood.acceptedMs.push(took)
          else if (incoming.statusCode === 503 && isRefusal) flood.refusedMs.push(took)
          else return wrong(`${incoming.statusCode} ${text.slice(0, 100)}`)
          resolve()
        })
      },
    )
    // What this side takes to find a connection is not the server's doing.
    outgoing.on('socket', () => {
      began = performance.now()
    })
    outgoing.on('error', (error) => {
      // A kept connection was closed as it was taken up: browsers ask once more, and so do we.
      if (outgoing.reusedSocket) resolve(ask(base, agent, learners, turn, flood))
      else wrong(error.message)
    })
    outgoing.end(body)
  })
}

/** Of sorted values. */
export const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
