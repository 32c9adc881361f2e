import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { listen } from './listen.ts'
import { keepAndAsk, revalidated } from './revalidate.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const get = (headers: Record<string, string> = {}) =>
  new Request('http://officina.test/x', { headers })

test('a kept answer comes with its tag, and as nothing to who has it', async () => {
  const answer = () =>
    Response.json(
      { courses: [] },
      { headers: { 'cache-control': keepAndAsk, 'x-request-id': '1' } },
    )
  const first = await revalidated(get(), answer())
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]{24}"$/)
  expect(await first.json()).toEqual({ courses: [] })
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await revalidated(get({ 'if-none-match': known }), answer())
    expect([again.status, await again.text(), again.headers.get('x-request-id')]).toEqual([
      304,
      '',
      '1',
    ])
  }
  expect((await revalidated(get({ 'if-none-match': '"other"' }), answer())).status).toBe(200)
})

test('what is not for keeping, refusals and changes have no tag', async () => {
  const plain = Response.json({})
  expect((await revalidated(get(), plain)).headers.has('etag')).toBe(false)
  const headers = { 'cache-control': keepAndAsk }
  const refused = Response.json({}, { status: 404, headers })
  expect((await revalidated(get(), refused)).headers.has('etag')).toBe(false)
})

test('long JSON goes out compressed to who accepts it, and is the same', async () => {
  const value = { words: Array.from({ length: 2000 }, (_, at) => `kormányhivatal ${at}`) }
  const listening = await listen(
    async (request) => {
      const { pathname } = new URL(request.url)
      const answer = Response.json(pathname === '/long' ? value : { ok: true }, { status: 201 })
      answer.headers.set('x-own', 'kept')
      return answer
    },
    { hostname: '127.0.0.1', port: 0, isProxy: () => false },
  )
  const ask = (path: string, encoding: string) =>
    fetch(`http://127.0.0.1:${listening.port}${path}`, { headers: { 'accept-encoding': encoding } })
  try {
    const long = await ask('/long', 'gzip, br')
    const { headers } = long
    expect([
      long.status,
      headers.get('content-encoding'),
      headers.get('vary'),
      headers.get('x-own'),
    ]).toEqual([201, 'br', 'accept-encoding', 'kept'])
    expect(Number(headers.get('content-length'))).toBeLessThan(JSON.stringify(value).length / 3)
    expect(await long.json()).toEqual(value)
    for (const [path, encoding] of [
      ['/short', 'br'],
      ['/long', 'identity'],
      ['/long', 'gzip, br;q=0'],
    ] as const) {
      const plain = await ask(path, encoding)
      expect(plain.headers.get('vary')).toBe(path === '/long' ? 'accept-encoding' : null)
      expect(plain.headers.has('content-encoding')).toBe(false)
      expect(await plain.json()).toEqual(path === '/long' ? value : { ok: true })
    }
  } finally {
    await listening.close()
  }
})

test('the catalogue is kept by the browser, and what is one’s own is not', async () => {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    world.app(
      new Request(`http://officina.test${path}`, {
        headers: { cookie: world.as('learner').cookie, ...headers },
      }),
    )
  const courses = await ask('/api/courses?language=pl')
  expect(courses.headers.get('cache-control')).toBe(keepAndAsk)
  const again = await ask('/api/courses?language=pl', {
    'if-none-match': courses.headers.get('etag') ?? '',
  })
  expect(again.status).toBe(304)
  expect((await ask('/api/me/home?language=pl')).headers.get('cache-control')).toBe('no-store')
})
