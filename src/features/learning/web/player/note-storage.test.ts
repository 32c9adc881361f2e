import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CourseId, PersonId } from '../../../../contract/primitives.ts'
import { memoryStorage } from '../../../../testing/memory-storage.ts'
import type { Note } from '../../contract/notes.ts'
import {
  forgetNote,
  keepNote,
  notesWaiting,
  type WrittenNote,
  withWaiting,
} from './note-storage.ts'

const [anna, ewa] = ['anna', 'ewa'] as PersonId[] as [PersonId, PersonId] // as the contract brands them
const courseId = 'client-service' as CourseId
const place = { courseId, lessonKey: 'opening' }

const written = (noteId: string, body: string): WrittenNote => ({
  ...place,
  noteId,
  kind: 'note',
  anchor: null,
  body,
})
const known = (noteId: string, body: string): Note => ({
  ...written(noteId, body),
  createdAt: '2026-11-18T09:00:00Z',
  updatedAt: '2026-11-18T09:00:00Z',
})

beforeEach(() => void vi.stubGlobal('localStorage', memoryStorage()))
afterEach(() => vi.unstubAllGlobals())

test('a note waits for the person who wrote it, and for nobody else on the device', () => {
  keepNote(anna, written('one', 'mine'))
  expect(notesWaiting(anna)).toEqual([{ version: 1, note: written('one', 'mine') }])
  expect(notesWaiting(ewa)).toEqual([])
})

test('what was written anew while the first was on its way is not forgotten with it', () => {
  keepNote(anna, written('one', 'first'))
  keepNote(anna, written('one', 'second'))
  forgetNote(anna, written('one', 'first'))
  expect(notesWaiting(anna).map(({ note }) => note.body)).toEqual(['second'])
  forgetNote(anna, written('one', 'second'))
  expect(notesWaiting(anna)).toEqual([])
})

test('a lesson shows what waits over what the server has', () => {
  const waiting = [
    written('one', 'changed'),
    written('two', 'new'),
    { ...written('three', 'elsewhere'), lessonKey: 'listening' },
  ]
  const shown = withWaiting([known('one', 'old'), known('zero', 'same')], waiting, place)
  expect(shown.map(({ noteId, body }) => `${noteId}: ${body}`)).toEqual([
    'one: changed',
    'zero: same',
    'two: new',
  ])
})
