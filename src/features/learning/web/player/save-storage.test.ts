import { expect, test } from 'vitest'
import type { LessonSave } from '../../model/lesson-save.ts'
import { saveStorage } from './save-storage.ts'

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
  const storage = fakeStorage()
  saveStorage('one', storage).put(save('b', 2))
  saveStorage('one', storage).put(save('a', 1))
  saveStorage('other', storage).put(save('c'))
  const later = saveStorage('one', storage)
  expect(later.read().map(({ id }) => id)).toEqual(['a', 'b'])
  later.remove(['a'])
  expect(later.read().map(({ id }) => id)).toEqual(['b'])
})

test('where nothing can be stored, saves live as long as the page', () => {
  const full = fakeStorage({ isFull: true })
  const saves = saveStorage('one', full)
  saves.put(save('a'))
  expect(saves.read()).toHaveLength(1)
  saves.remove(['a'])
  expect(saves.read()).toEqual([])
})

test('what is not of our form is dropped, not sent for ever', () => {
  const storage = fakeStorage()
  storage.setItem('officina.save.one.x', '{"version":1,"save":{"id":4}}')
  storage.setItem('officina.save.one.y', 'cut o')
  expect(saveStorage('one', storage).read()).toEqual([])
  expect(storage.length).toBe(0)
})

function fakeStorage({ isFull = false } = {}): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}
