import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { inTime } from '../in-time.ts'
import { wakingPause } from '../waking-pause.ts'

export type ChangeFeed = {
  /** False while changes may go unheard: nothing kept may be trusted. */
  isLive: () => boolean
  close: () => Promise<void>
}

type Options = {
  /** Gets the kind, as the triggers of migration 0009 name it. */
  onChange: (kind: string) => void
  /** Is called whenever changes may have been missed. */
  onGap: () => void
  pingEveryMs?: number
  /** So long without an answer or its own echo, and it counts as deaf. */
  patienceMs?: number
}

const channel = 'officina_changes'
const echoOf = (token: string) => `echo ${token}`
const retryMs = 500

/**
 * Hears what other processes changed, by PostgreSQL's NOTIFY, which comes with the commit. Every five seconds it
 * says something over another connection and waits to hear that: a pool between here and the database may take
 * LISTEN, answer every question and still pass nothing on. A connection that breaks is noticed at once, one that
 * has gone deaf or silent after ten seconds; then it is opened anew.
 */
export function followChanges(
  url: string,
  { onChange, onGap, pingEveryMs = 5000, patienceMs = 5000 }: Options,
): ChangeFeed {
  let live = false
  let closed = false
  let hangUp = () => {}
  const retry = wakingPause()
  const running = (async () => {
    while (!closed) {
      await listen().catch(() => {})
      if (!closed) await retry.wait(retryMs)
    }
  })()
  return {
    isLive: () => live,
    close: async () => {
      closed = true
      hangUp()
      retry.wake()
      await running
    },
  }

  /** Ends when changes may go unheard; the driver would open a new connection that does not listen. */
  async function listen() {
    const ping = wakingPause()
    const { promise: broken, reject: breakOff } = Promise.withResolvers<never>()
    broken.catch(() => {})
    let isBroken = false
    hangUp = () => {
      // Closing what broke calls this once more.
      if (isBroken) return
      isBroken = true
      live = false
      onGap()
      ping.wake()
      breakOff(new Error('the connection that listens has closed'))
    }
    let awaited: { token: string; heard: () => void } | undefined
    // Not written into the call: the driver's types do not know `onnotify`.
    const listening = {
      ...settings,
      onclose: hangUp,
      onnotify: (from: string, payload: string) => {
        if (from !== channel) return
        if (awaited && payload === echoOf(awaited.token)) awaited.heard()
        else if (!payload.startsWith(echoOf(''))) onChange(payload)
      },
    }
    const ear = postgres(url, listening)
    const mouth = postgres(url, {
      ...settings,
      connection: { application_name: 'officina echo' },
    })
    const echo = async () => {
      const token = randomUUID()
      const { promise, resolve } = Promise.withResolvers<void>()
      awaited = { token, heard: resolve }
      await Promise.all([mouth`select pg_notify(${channel}, ${echoOf(token)})`, promise])
    }
    const orBroken = (work: Promise<unknown>) => inTime(Promise.race([work, broken]), patienceMs)
    try {
      await orBroken(ear.unsafe(`listen ${channel}`))
      while (!isBroken) {
        await orBroken(echo())
        if (!isBroken && !live) {
          // What was read before may be older than what was not heard.
          onGap()
          live = true
        }
        if (!isBroken) await ping.wait(pingEveryMs)
      }
    } finally {
      hangUp()
      const closing = [ear, mouth].map((each) => each.end({ timeout: 0 }))
      await Promise.allSettled(closing)
    }
  }
}

const settings = {
  max: 1,
  idle_timeout: 0,
  max_lifetime: null,
  connect_timeout: 10,
  fetch_types: false,
  connection: { application_name: 'officina changes' },
  onnotice: () => {},
} as const
