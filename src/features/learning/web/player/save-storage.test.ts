import { expect, test } from 'vitest'
import { memoryStorage } from '../../../../testing/memory-storage.ts'
import type { LessonSave } from '../../model/lesson-save.ts'
import { enrolmentsWaiting, holdMs, saveStorage } from './save-storage.ts'

const save = (id: string, minute = 0): LessonSave => ({
  id,
  lessonKey: 'opening',
  at: `2026-11-18T09:0${minute}:00.000Z`,
  position: null,
  presentSeconds: 5,
  blocks: {},
  completed: false,
})

test('saves outlive the page, oldest first, each enrolment by itself', () => {
  const storage = memoryStorage()
  saveStorage('one', storage).put(save('b', 2))
  saveStorage('one', storage).put(save('a', 1))
  saveStorage('other', storage).put(save('c'))
  const later = saveStorage('one', storage)
  expect(later.read().map(({ id }) => id)).toEqual(['a', 'b'])
  later.remove(['a'])
  expect(later.read().map(({ id }) => id)).toEqual(['b'])
})

test('where nothing can be stored, saves live as long as the page', () => {
  const full = memoryStorage({ isFull: true })
  const saves = saveStorage('one', full)
  saves.put(save('a'))
  expect(saves.read()).toHaveLength(1)
  saves.remove(['a'])
  expect(saves.read()).toEqual([])
})

test('what is not of our form is dropped, not sent for ever', () => {
  const storage = memoryStorage()
  storage.setItem('officina.save.one.x', '{"version":1,"save":{"id":4}}')
  storage.setItem('officina.save.one.y', 'cut o')
  expect(saveStorage('one', storage).read()).toEqual([])
  expect(storage.length).toBe(0)
})

test('what one tab still adds to is not for another to send, unless that tab is gone', () => {
  const storage = memoryStorage()
  let now = 1_000_000
  const [here, there] = ['here', 'there'].map((tab) =>
    saveStorage('one', storage, { tab, now: () => now }),
  )
  here?.put(save('a'))
  expect(there?.read()).toHaveLength(1)
  expect([here, there].map((each) => each?.isHeldElsewhere('a'))).toEqual([false, true])
  here?.release(['a'])
  expect(there?.isHeldElsewhere('a')).toBe(false)
  here?.put(save('b'))
  now += holdMs
  expect(there?.isHeldElsewhere('b')).toBe(false)
})

test('tells of which enrolments something waits', () => {
  const storage = memoryStorage()
  storage.setItem('officina.theme', 'dark')
  for (const [enrolment, id] of [
    ['one', 'a'],
    ['one', 'b'],
    ['two', 'c'],
  ] as const)
    saveStorage(enrolment, storage).put(save(id))
  expect(enrolmentsWaiting(storage)).toEqual(['one', 'two'])
})
