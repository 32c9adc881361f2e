import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CourseId, PersonId } from '../../../../contract/primitives.ts'
import { queryClient, sessionEvents } from '../../../../web/api.ts'
import { sendBeforeLeaving } from '../../../../web/send-waiting.ts'
import { followOtherTabs, type Me, meQuery } from '../../../../web/session.ts'
import { noteQueue } from './note-sending.ts'
import { notesWaiting, type WrittenNote } from './note-storage.ts'

const anna = '019a0000-0000-7000-8000-00000000000a' as PersonId // a UUID, as the contract brands it
const annaAs = { person: { id: anna } } as Me // no more of her is looked at
const note: WrittenNote = {
  courseId: 'client-service' as CourseId, // as the contract brands it
  lessonKey: 'opening',
  noteId: '019a0000-0000-7000-8000-000000000001',
  kind: 'reflection',
  anchor: null,
  body: 'Nobody else’s',
}

let status = 503
let sent: string[]

beforeEach(() => {
  localStorage.clear()
  queryClient.clear()
  sent = []
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    if (pathname === '/rpc/learning/writeNote') sent.push(await request.text())
    const error = { defined: false, code: 'X', status, message: '', data: {} }
    const saved = { ...note, createdAt: '2026-11-18T09:00:00Z', updatedAt: '2026-11-18T09:00:00Z' }
    return status === 200
      ? Response.json({ json: saved })
      : Response.json({ json: error }, { status })
  })
})
afterEach(() => {
  noteQueue.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
  localStorage.clear()
})

test('a note names its writer, and is not sent by itself after she has left', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  status = 503
  expect(await noteQueue.write(anna, note)).toMatchObject({ type: 'waiting' })
  expect(JSON.parse(sent[0] ?? '')).toMatchObject({ json: { writer: anna } })
  sessionEvents.dispatchEvent(new Event('left'))
  status = 200
  await vi.advanceTimersByTimeAsync(600_000)
  expect(sent).toHaveLength(1)
  expect(notesWaiting(anna)).toHaveLength(1)
})

test('a session that has ended is noticed, and the note waits', async () => {
  const ended = vi.fn()
  sessionEvents.addEventListener('ended', ended, { once: true })
  status = 401
  vi.mocked(window.fetch).mockImplementation(async () =>
    Response.json(
      { json: { defined: false, code: 'UNAUTHORIZED', status, message: '', data: {} } },
      { status },
    ),
  )
  expect(await noteQueue.write(anna, note)).toMatchObject({ type: 'waiting' })
  expect(ended).toHaveBeenCalledOnce()
  expect(notesWaiting(anna)).toHaveLength(1)
})

test('before signing out what waits is sent, and what could not be is told', async () => {
  status = 503
  await noteQueue.write(anna, note)
  expect(await sendBeforeLeaving(annaAs, 300)).toBe(false)
  status = 200
  expect(await sendBeforeLeaving(annaAs, 10_000)).toBe(true)
  expect(notesWaiting(anna)).toEqual([])
  expect(await sendBeforeLeaving(annaAs, 0)).toBe(true)
})

test('a tab in which somebody else has signed in, or the same has left, opens this one anew', async () => {
  const reload = vi.fn()
  const end = followOtherTabs(reload)
  const otherTab = new BroadcastChannel('officina.session')
  const tell = async (personId: string | null) => {
    otherTab.postMessage({ type: 'person', personId })
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await tell('ewa')
  expect(reload).not.toHaveBeenCalled()
  queryClient.setQueryData(meQuery().queryKey, annaAs)
  await tell(anna)
  expect(reload).not.toHaveBeenCalled()
  await tell('ewa')
  expect(reload).toHaveBeenCalledTimes(1)
  await tell(null)
  expect(reload).toHaveBeenCalledTimes(2)
  end()
  otherTab.close()
})
