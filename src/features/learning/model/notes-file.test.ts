import { expect, test } from 'vitest'
import { notesAsJson, notesAsMarkdown } from './notes-file.ts'

const course = {
  title: 'Client service standard',
  lessons: [
    { key: 'opening', title: 'Opening a call' },
    { key: 'listening', title: 'Listening' },
  ],
}
const at = '2026-11-18T09:00:00.000Z'
const notes = [
  { lessonKey: 'gone', kind: 'note' as const, anchor: null, body: 'Old', createdAt: at },
  {
    lessonKey: 'listening',
    kind: 'note' as const,
    anchor: null,
    body: 'Say it back.',
    createdAt: at,
  },
  {
    lessonKey: 'opening',
    kind: 'highlight' as const,
    anchor: { block: 2, from: 0, to: 9, quote: 'Greet.\nSay your name.' },
    body: 'Do this',
    createdAt: at,
  },
]

test('a Markdown file has the notes in the order of the lessons, words of the text quoted', () => {
  expect(notesAsMarkdown(course, notes)).toBe(`# Client service standard

## Opening a call

> Greet.
> Say your name.

Do this

## Listening

Say it back.

## gone

Old
`)
})

test('a JSON file says its version and keeps the quoted words', () => {
  const file: unknown = JSON.parse(notesAsJson(course, notes))
  expect(file).toMatchObject({
    version: 1,
    course: 'Client service standard',
    lessons: [{ lesson: 'Opening a call', notes: [{ quote: 'Greet.\nSay your name.' }] }, {}, {}],
  })
})
