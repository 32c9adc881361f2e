import type { CDPSession, Page } from '@playwright/test'
import { processorTime, since, untilQuiet } from './quiet.ts'

/** What a visit cost, as the browser itself tells it. */
export type Vitals = {
  /** Milliseconds since the navigation began: first paint of any content, and of the largest part of it. */
  fcpMs: number
  lcpMs: number
  /** Time of tasks beyond their first 50 ms, from the first paint until the page is at rest. */
  tbtMs: number
  /** The same from the very beginning: what blocked before anything showed counts too. */
  blockedMs: number
  /** Layout shift, the largest session window. */
  cls: number
  /** The slowest answer to a key or press, to the next frame shown; null when nothing was pressed. */
  interactionMs: number | null
  /** Each answer that took longer than a frame: what was pressed, and milliseconds. */
  interactions: { type: string; ms: number }[]
  requests: number
  /** Paths of the API asked, in order. */
  calls: string[]
  /** As transferred, with headers. */
  bytes: number
  /** Bodies of scripts as transferred. */
  scriptBytes: number
  hosts: string[]
  /** Share of the machine's processors that went to neither the browser nor this process meanwhile. */
  elsewhere: number
}

export type Conditions = {
  name: string
  /** How many times slower than this machine's processor. */
  cpuSlowdown: number
  /** Added to each request; null leaves the network alone. Handshakes are not slowed. */
  network: { roundTripMs: number; downKbps: number; upKbps: number } | null
}

export const desktop: Conditions = { name: 'desktop', cpuSlowdown: 1, network: null }

/** Lighthouse's slow 4G, and a processor four times slower. */
export const slowPhone: Conditions = {
  name: '4× slower processor, slow 4G',
  cpuSlowdown: 4,
  network: { roundTripMs: 150, downKbps: 1600, upKbps: 750 },
}

/** Opens the address with an empty cache under these conditions and waits until the page is at rest. */
export async function visit(
  page: Page,
  address: string,
  conditions: Conditions,
  work?: (page: Page) => Promise<void>,
): Promise<Vitals> {
  await untilQuiet(10_000)
  const own = await ownTime(page)
  const before = processorTime()
  const session = await page.context().newCDPSession(page)
  const network = await watchNetwork(session)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const painted = await watchFirstPaint(session)
  await emulate(session, conditions)
  await page.addInitScript(observe)
  try {
    await page.goto(address, { waitUntil: 'load' })
    await painted.done
    await network.rest(1000)
    await work?.(page)
    const seen = await page.evaluate(() => window.vitalsSeen?.())
    if (!seen) throw new Error(`${address} told nothing of its paint`)
    const { busyMs, allMs } = since(before)
    const elsewhere = Math.max(0, busyMs - (await own())) / allMs
    return { ...seen, ...network.sums(), elsewhere }
  } finally {
    await emulate(session, desktop)
    await session.detach()
  }
}

/** Tells later how many milliseconds of processor this process and the browser have taken since. */
async function ownTime(page: Page): Promise<() => Promise<number>> {
  const browser = await page.context().browser()?.newBrowserCDPSession()
  const taken = async () => {
    const processes = (await browser?.send('SystemInfo.getProcessInfo'))?.processInfo ?? []
    const { user, system } = process.cpuUsage()
    return processes.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, (user + system) / 1000)
  }
  const before = await taken()
  return async () => {
    const now = await taken()
    await browser?.detach()
    return now - before
  }
}

async function emulate(session: CDPSession, { cpuSlowdown, network }: Conditions) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
  const bytesPerSecond = (kbps: number) => (kbps * 1000) / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network?.roundTripMs ?? 0,
    downloadThroughput: network ? bytesPerSecond(network.downKbps) : -1,
    uploadThroughput: network ? bytesPerSecond(network.upKbps) : -1,
  })
}

/** Resolves with the first paint of any content. Told by the browser: a script asking for it would take the page's time. */
async function watchFirstPaint(session: CDPSession): Promise<{ done: Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<void>()
  session.on('Page.lifecycleEvent', ({ name }) => {
    if (name === 'firstContentfulPaint') resolve()
  })
  await session.send('Page.enable')
  await session.send('Page.setLifecycleEventsEnabled', { enabled: true })
  return { done: promise }
}

async function watchNetwork(session: CDPSession) {
  const openIds = new Set<string>()
  const scriptIds = new Set<string>()
  const hosts = new Set<string>()
  const calls: string[] = []
  let requests = 0
  let bytes = 0
  let scriptBytes = 0
  let quietSince = Date.now()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!/^https?:/.test(request.url)) return
    openIds.add(requestId)
    requests += 1
    const { host, pathname } = new URL(request.url)
    hosts.add(host)
    if (pathname.startsWith('/rpc/')) calls.push(pathname)
  })
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) scriptIds.add(requestId)
  })
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scriptIds.has(requestId)) scriptBytes += encodedDataLength
  })
  const end = (requestId: string) => {
    openIds.delete(requestId)
    quietSince = Date.now()
  }
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    end(requestId)
  })
  session.on('Network.loadingFailed', ({ requestId }) => end(requestId))
  await session.send('Network.enable')
  return {
    /** Waits until nothing was under way for so long. */
    async rest(quietMs: number) {
      while (openIds.size > 0 || Date.now() - quietSince < quietMs)
        await new Promise((resolve) => setTimeout(resolve, 50))
    },
    sums: () => ({ requests, calls, bytes, scriptBytes, hosts: [...hosts] }),
  }
}

type Seen = Pick<
  Vitals,
  'fcpMs' | 'lcpMs' | 'tbtMs' | 'blockedMs' | 'cls' | 'interactionMs' | 'interactions'
>

declare global {
  interface Window {
    vitalsSeen?: () => Seen
  }
}

/** Runs in the page before anything of it does. */
function observe() {
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }
  const tasks: PerformanceEntry[] = []
  const shifts: Shift[] = []
  let lcpMs = 0
  const pressed: PerformanceEntry[] = []
  const watch = (type: string, take: (entry: PerformanceEntry) => void, more = {}) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take))
    observer.observe({ type, buffered: true, ...more })
    return () => observer.takeRecords().forEach(take)
  }
  const pending = [
    watch('longtask', (entry) => tasks.push(entry)),
    watch('layout-shift', (entry) => shifts.push(entry as Shift)), // the DOM types lack it
    watch('largest-contentful-paint', ({ startTime }) => {
      lcpMs = startTime
    }),
    watch(
      'event',
      (entry) => {
        // Only what belongs to a press or a key has a number.
        if (Reflect.get(entry, 'interactionId')) pressed.push(entry)
      },
      { durationThreshold: 16 },
    ),
  ]
  window.vitalsSeen = () => {
    for (const take of pending) take()
    const fcpMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const from = performance.getEntriesByName('work-begins').at(-1)?.startTime ?? 0
    const answers = pressed.filter(({ startTime }) => startTime >= from)
    const interactions = answers.map(({ name, duration }) => ({ type: name, ms: duration }))
    const beyond = (begun: number) =>
      tasks.reduce((sum, { startTime, duration }) => {
        const begin = Math.max(startTime, begun)
        return sum + Math.max(0, startTime + duration - begin - 50)
      }, 0)
    return {
      fcpMs,
      lcpMs,
      tbtMs: beyond(fcpMs),
      blockedMs: beyond(0),
      cls: worstWindow(),
      interactionMs: answers.length > 0 ? Math.max(...interactions.map(({ ms }) => ms)) : null,
      interactions,
    }
  }
  /** Shifts less than a second apart, five seconds at most, count together. */
  function worstWindow() {
    let worst = 0
    let sum = 0
    let first = 0
    let last = 0
    for (const { startTime, value, hadRecentInput } of shifts) {
      if (hadRecentInput) continue
      if (startTime - last > 1000 || startTime - first > 5000) {
        sum = 0
        first = startTime
      }
      sum += value
      last = startTime
      worst = Math.max(worst, sum)
    }
    return worst
  }
}
