import { readFile } from 'node:fs/promises'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const script = await readFile(new URL('../../public/sw.js', import.meta.url), 'utf8')
const origin = 'https://officina.test'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a full device gets the newest page and files all the same', async () => {
  const worker = install({ isFull: true })
  worker.answer(() => html('new'))
  expect(await (await worker.navigate()).text()).toBe('new')
  worker.answer(() => new Response('script'))
  expect(await (await worker.ask('/assets/page-1.js')).text()).toBe('script')
  expect(await (await worker.ask('/start.js')).text()).toBe('script')
})

test('a browser that may keep nothing is given what the server has', async () => {
  const worker = install({ isForbidden: true })
  worker.answer(() => html('new'))
  expect(await (await worker.navigate()).text()).toBe('new')
  expect(await (await worker.ask('/assets/page-1.js')).text()).toBe('new')
})

test('a silent network shows the kept page after four seconds, and keeps a late answer', async () => {
  const worker = install()
  worker.answer(() => html('kept'))
  await worker.navigate()
  const late = Promise.withResolvers<Response>()
  worker.answer(() => late.promise)
  const shown = worker.navigate()
  await vi.advanceTimersByTimeAsync(3999)
  expect(await Promise.race([shown, 'nothing yet'])).toBe('nothing yet')
  await vi.advanceTimersByTimeAsync(1)
  expect(await (await shown).text()).toBe('kept')
  late.resolve(html('late'))
  await worker.settled()
  worker.answer(() => Promise.reject(new TypeError('Failed to fetch')))
  expect(await (await worker.navigate()).text()).toBe('late')
})

test('without a kept page a slow network is waited for', async () => {
  const worker = install()
  const late = Promise.withResolvers<Response>()
  worker.answer(() => late.promise)
  const shown = worker.navigate()
  await vi.advanceTimersByTimeAsync(60_000)
  late.resolve(html('late'))
  expect(await (await shown).text()).toBe('late')
})

test('what stands before the server and says that it is away is not shown over the kept page', async () => {
  const worker = install()
  worker.answer(() => html('kept'))
  await worker.navigate()
  worker.answer(() => new Response('bad gateway', { status: 502 }))
  expect(await (await worker.navigate()).text()).toBe('kept')
})

test('files of the app are kept; parts, media and data are not', async () => {
  const worker = install()
  worker.answer(() => new Response('script'))
  await worker.ask('/assets/page-1.js')
  for (const path of ['/assets/film.mp4', '/rpc/learning/home', '/content/course.svg'])
    expect(worker.isTaken(path)).toBe(false)
  worker.answer(() => new Response('part', { status: 206 }))
  await worker.ask('/assets/face.woff2')
  await worker.settled()
  expect(worker.keptPaths()).toEqual(['/assets/page-1.js'])
})

const html = (text: string) => new Response(text, { headers: { 'content-type': 'text/html' } })

type FetchEvent = {
  request: { method: string; mode: string; url: string }
  preloadResponse: Promise<undefined>
  respondWith: (answer: Promise<Response>) => void
  waitUntil: (work: Promise<unknown>) => void
}

/** The script in a browser of our own; what it keeps outlives the event that brought it. */
function install({ isFull = false, isForbidden = false } = {}) {
  const items = new Map<string, Response>()
  const pathOf = (of: string | { url: string }) =>
    new URL(typeof of === 'string' ? of : of.url, origin).pathname
  const cache = {
    match: async (of: string) => items.get(pathOf(of))?.clone(),
    put: async (of: string, answer: Response) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      items.set(pathOf(of), answer)
    },
    keys: async () => [...items.keys()].map((path) => ({ url: origin + path })),
    delete: async (of: string) => items.delete(pathOf(of)),
  }
  let listener: (event: FetchEvent) => void = () => {}
  let answer: () => Response | Promise<Response> = () => new Response()
  const works: Promise<unknown>[] = []
  runInNewContext(script, {
    URL,
    setTimeout,
    location: { origin },
    caches: {
      open: async () => {
        if (isForbidden) throw new DOMException('forbidden', 'SecurityError')
        return cache
      },
    },
    fetch: async () => answer(),
    addEventListener: (type: string, hear: typeof listener) => {
      if (type === 'fetch') listener = hear
    },
  })
  const send = (path: string, mode: string): Promise<Response> | null => {
    let given: Promise<Response> | null = null
    listener({
      request: { method: 'GET', mode, url: origin + path },
      preloadResponse: Promise.resolve(undefined),
      respondWith: (promised) => {
        given = promised
      },
      waitUntil: (work) => void works.push(work),
    })
    return given
  }
  const sent = (path: string, mode: string) => send(path, mode) ?? Promise.reject(new Error(path))
  return {
    answer: (next: typeof answer) => {
      answer = next
    },
    navigate: async () => {
      const shown = await sent('/groups', 'navigate')
      await Promise.resolve()
      return shown
    },
    ask: (path: string) => sent(path, 'cors'),
    isTaken: (path: string) => send(path, 'cors') !== null,
    settled: async () => {
      // Some begin others.
      for (let done = 0; done < works.length; ) done = (await Promise.all([...works])).length
    },
    keptPaths: () => [...items.keys()],
  }
}
