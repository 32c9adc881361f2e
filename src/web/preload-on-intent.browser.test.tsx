import { ORPCError } from '@orpc/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from './api.ts'
import { preloadOnIntent } from './preload-on-intent.ts'

let asked: string[]
let end: () => void

beforeEach(() => {
  // Time moves by command alone: the browser's own mouse may send an event between two real moments.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  asked = []
  end = preloadOnIntent(({ pathname, search }) => asked.push(pathname + search))
  document.body.innerHTML = `
    <a href="/groups">Groups <b>here</b></a>
    <a href="/people?q=a">People</a>
    <a href="/file.csv" download>File</a>
    <a href="/help" target="_blank">Help</a>
    <a href="https://elsewhere.example/groups">Elsewhere</a>
    <a href="#main">Skip</a>
    <p>Text</p>`
})
afterEach(() => {
  end()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const link = (text: string) =>
  [...document.querySelectorAll('a')].find((each) => each.textContent?.includes(text)) ?? null
const over = (target: Element | null) =>
  target?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
const press = (target: Element | null) =>
  target?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
const rest = () => vi.advanceTimersByTime(150)

test('a pointer that rests on a link, or on a part of it, brings the page once', () => {
  over(document.querySelector('b'))
  rest()
  expect(asked).toEqual(['/groups'])
  over(link('Groups'))
  press(link('Groups'))
  rest()
  expect(asked).toEqual(['/groups'])
})

test('a pointer that only passes brings nothing', () => {
  over(link('Groups'))
  over(document.querySelector('p'))
  rest()
  expect(asked).toEqual([])
})

test('the focus that stays brings the page, with its question', () => {
  // As the browser tells it; a window that is not in front tells nothing.
  for (const text of ['Groups', 'People'])
    link(text)?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  rest()
  expect(asked).toEqual(['/people?q=a'])
})

test('a pointer that lies elsewhere does not keep the focus from bringing its page', () => {
  link('Groups')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  over(document.querySelector('p'))
  rest()
  expect(asked).toEqual(['/groups'])
})

test('a press brings it at once', () => {
  press(link('Groups'))
  expect(asked).toEqual(['/groups'])
})

test('what is no page of the app, or this very page, is left alone', () => {
  for (const text of ['File', 'Help', 'Elsewhere', 'Skip']) press(link(text))
  rest()
  expect(asked).toEqual([])
})

test('a device that saves data is left alone', () => {
  vi.spyOn(navigator, 'connection' as never, 'get').mockReturnValue({ saveData: true } as never) // no standard yet
  press(link('Groups'))
  expect(asked).toEqual([])
})

test('a device without connection is left alone', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  press(link('Groups'))
  expect(asked).toEqual([])
})

test('a server that is too busy is asked for nothing beforehand, until it answers', async () => {
  const busy = new ORPCError('OVERLOADED', { status: 503 })
  let isBusy = true
  const reading = queryClient.fetchQuery({
    queryKey: ['busy'],
    queryFn: async () => {
      if (isBusy) throw busy
      return null
    },
    retry: 1,
    retryDelay: 1000,
  })
  await vi.waitFor(() => expect(queryClient.getQueryState(['busy'])?.fetchFailureReason).toBe(busy))
  press(link('Groups'))
  over(link('People'))
  rest()
  expect(asked).toEqual([])
  isBusy = false
  await vi.advanceTimersByTimeAsync(1000)
  await reading
  press(link('Groups'))
  expect(asked).toEqual(['/groups'])
})
