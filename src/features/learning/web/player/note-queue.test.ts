import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CourseId, PersonId } from '../../../../contract/primitives.ts'
import { memoryStorage } from '../../../../testing/memory-storage.ts'
import { wait } from '../../../../web/in-background.ts'
import { createNoteQueue, type NoteQueueDeps } from './note-queue.ts'
import { notesWaiting, type WrittenNote } from './note-storage.ts'

const [anna, ewa] = ['anna', 'ewa'] as PersonId[] as [PersonId, PersonId] // as the contract brands them

const written = (noteId: string, body = noteId): WrittenNote => ({
  courseId: 'client-service' as CourseId, // as the contract brands it
  lessonKey: 'opening',
  noteId,
  kind: 'reflection',
  anchor: null,
  body,
})

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('localStorage', memoryStorage())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const bodiesOf = (person: PersonId) => notesWaiting(person).map(({ note }) => note.body)

test('what one person wrote is never stored as the next person’s', async () => {
  const server = installation(anna)
  const [tab, otherTab] = [server.tab(), server.tab()]
  server.fail('again')
  expect(await tab.write(anna, written('one'))).toEqual({ type: 'waiting', isNews: true })
  await otherTab.write(anna, written('two'))
  server.fail(null)
  // She signs out in one tab; the other one hears nothing of it.
  tab.stop()
  server.signIn(ewa)
  await vi.advanceTimersByTimeAsync(600_000)
  await otherTab.sendAll(anna)
  expect(await otherTab.write(anna, written('three'))).toMatchObject({ type: 'refused' })
  expect(server.notesOf(ewa)).toEqual([])
  expect(bodiesOf(anna)).toEqual(['one', 'two', 'three'])
  expect(bodiesOf(ewa)).toEqual([])
  server.signIn(anna)
  await tab.sendAll(anna)
  expect(server.notesOf(anna)).toEqual(['one', 'two', 'three'])
  expect(bodiesOf(anna)).toEqual([])
})

test('who has left sends nothing more by herself', async () => {
  const server = installation(anna)
  const tab = server.tab()
  server.fail('again')
  await tab.write(anna, written('one'))
  tab.stop()
  const asked = server.asked()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(server.asked()).toBe(asked)
})

test.each([
  ['full', memoryStorage({ isFull: true })],
  ['forbidden', null],
])('where storage is %s a note waits as long as the page lives', async (_, storage) => {
  vi.stubGlobal('localStorage', storage)
  const server = installation(anna)
  server.fail('again')
  await server.tab().write(anna, written('one'))
  expect(bodiesOf(anna)).toEqual(['one'])
  server.fail(null)
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.notesOf(anna)).toEqual(['one'])
  expect(bodiesOf(anna)).toEqual([])
})

test('a note refused in the background is kept, and that is said once', async () => {
  const server = installation(anna)
  const tab = server.tab()
  server.fail('again')
  await tab.write(anna, written('one'))
  server.fail('refused')
  await vi.advanceTimersByTimeAsync(1000)
  await tab.sendAll(anna)
  expect(server.refusals()).toBe(1)
  expect(notesWaiting(anna)).toMatchObject([{ note: written('one'), isRefused: true }])
  server.fail(null)
  await tab.sendAll(anna)
  expect(server.notesOf(anna)).toEqual(['one'])
})

test('a session that has ended keeps the note for its writer; it is written once', async () => {
  const server = installation(null)
  const tab = server.tab()
  expect(await tab.write(anna, written('one'))).toEqual({ type: 'waiting', isNews: true })
  server.signIn(anna)
  await tab.sendAll(anna)
  expect(server.notesOf(anna)).toEqual(['one'])
})

test('says once that notes wait, until one was saved; only the timer makes the pause longer', async () => {
  const server = installation(anna)
  const tab = server.tab()
  server.fail('again')
  for (const [body, isNews] of [
    ['T', true],
    ['Th', false],
    ['Tho', false],
  ] as const)
    expect(await tab.write(anna, written('one', body))).toEqual({ type: 'waiting', isNews })
  expect(server.pauses()).toEqual([1])
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.pauses()).toEqual([1, 2])
  server.fail(null)
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.notesOf(anna)).toEqual(['Tho'])
  server.fail('again')
  expect(await tab.write(anna, written('one', 'Thou'))).toEqual({ type: 'waiting', isNews: true })
  expect(server.pauses()).toEqual([1, 2, 1])
})

test('a note that could not be removed still waits; one that was removed is not written again', async () => {
  const server = installation(anna)
  const tab = server.tab()
  server.fail('again')
  await tab.write(anna, written('one'))
  await expect(tab.remove(anna, 'one')).rejects.toThrow('again')
  expect(bodiesOf(anna)).toEqual(['one'])
  server.fail(null)
  await Promise.all([tab.remove(anna, 'one'), tab.sendAll(anna)])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(server.notesOf(anna)).toEqual([])
})

/** A server that takes a note from its writer alone, and the tabs of one browser, which share the cookie. */
function installation(signedIn: PersonId | null) {
  let person = signedIn
  let failure: string | null = null
  let asked = 0
  let refusals = 0
  const pauses: number[] = []
  const stored = new Map<string, { owner: PersonId; body: string }>()
  const answer = () => {
    asked += 1
    if (failure) throw new Error(failure)
  }
  const deps: NoteQueueDeps = {
    send: async (writer, { noteId, body }) => {
      answer()
      if (!person) throw new Error('signed-out')
      if (writer !== person) throw new Error('somebody-else')
      stored.set(noteId, { owner: person, body })
    },
    remove: async (noteId) => {
      answer()
      stored.delete(noteId)
    },
    judge: (error) => (error as { message: ReturnType<NoteQueueDeps['judge']> }).message, // thrown above
    onRefused: () => {
      refusals += 1
    },
    pauseMs: (_, failures) => {
      pauses.push(failures)
      return 1000
    },
    wait,
  }
  return {
    tab: () => createNoteQueue(deps),
    signIn: (next: PersonId) => {
      person = next
    },
    fail: (message: 'again' | 'refused' | null) => {
      failure = message
    },
    notesOf: (owner: PersonId) =>
      [...stored.values()].filter((each) => each.owner === owner).map(({ body }) => body),
    asked: () => asked,
    refusals: () => refusals,
    pauses: () => pauses,
  }
}
