import { expect, test } from 'vitest'
import { lessonToOpen, minutesLeft, minutesLeftInLesson } from './resume.ts'

const lessons = (done: string) =>
  ['a', 'b', 'c'].map((key) => ({ key, minutes: 8, completed: done.includes(key) }))

test.each([
  { done: '', last: null, opens: 'a' },
  { done: 'a', last: 'b', opens: 'b' },
  { done: 'ab', last: 'b', opens: 'c' },
  { done: 'bc', last: 'c', opens: 'a' },
  { done: 'a', last: 'gone', opens: 'b' },
  { done: 'abc', last: 'c', opens: null },
])('with “$done” done and $last open last, opens $opens', ({ done, last, opens }) => {
  expect(lessonToOpen(lessons(done), last)).toBe(opens)
})

test('counts what is left of a lesson half read', () => {
  expect(minutesLeft(lessons('a'), new Map([['b', 0.5]]))).toBe(12)
})

test('a lesson read to its end but not finished still takes a minute', () => {
  expect(minutesLeftInLesson(8, 1)).toBe(1)
})
