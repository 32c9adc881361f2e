import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { compressed } from './compress.ts'
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
  const asked = get({ 'accept-encoding': 'gzip, br' })
  const answer = await compressed(asked, Response.json(value, { status: 201 }))
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('vary')).toBe('accept-encoding')
  expect(answer.status).toBe(201)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.length).toBeLessThan(JSON.stringify(value).length / 3)
  expect(JSON.parse(brotliDecompressSync(bytes).toString())).toEqual(value)
  const short = await compressed(asked, Response.json({ ok: true }))
  expect([short.headers.has('content-encoding'), await short.json()]).toEqual([false, { ok: true }])
  const other = await compressed(get(), Response.json(value))
  expect([other.headers.has('content-encoding'), await other.json()]).toEqual([false, value])
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
