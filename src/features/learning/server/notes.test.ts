import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../server/ids.ts'
import { createWorld, type World } from '../../../testing/world.ts'
import { mostNotesPerCourse } from '../model/note.ts'
import { insertTestCourse } from './course-fixture.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('a note is written, changed, sent twice, exported and removed', async () => {
  const { client, courseId, writer } = await reader()
  const noteId = newId()
  const anchor = { block: 1, from: 0, to: 5, quote: 'Greet' }
  const first = {
    courseId,
    noteId,
    writer,
    lessonKey: 'opening',
    kind: 'highlight' as const,
    anchor,
    body: '',
  }
  await client.learning.writeNote(first)
  await client.learning.writeNote({ ...first, body: 'By name' })
  expect(await client.learning.notes({ courseId, lessonKey: 'opening' })).toMatchObject([
    { noteId, anchor, body: 'By name', kind: 'highlight' },
  ])
  expect(await client.learning.notes({ courseId, lessonKey: 'listening' })).toEqual([])
  const file = await client.learning.exportNotes({ courseId, language: 'pl', format: 'markdown' })
  expect(file).toEqual({
    fileName: `${courseId}-notes.txt`,
    mediaType: 'text/plain',
    text: '# Obsługa klienta\n\n## Lekcja opening\n\n> Greet\n\nBy name\n',
  })
  expect(await client.learning.removeNote({ noteId })).toEqual({ removed: true })
  expect(await client.learning.removeNote({ noteId })).toEqual({ removed: false })
})

test('notes are the learner’s alone: nobody else reads, overwrites or removes them', async () => {
  const { client, courseId, writer } = await reader()
  const noteId = newId()
  const note = {
    courseId,
    noteId,
    writer,
    lessonKey: 'opening',
    kind: 'reflection' as const,
    body: 'Mine',
  }
  await client.learning.writeNote(note)
  for (const role of ['trainer', 'manager', 'administrator', 'auditor'] as const) {
    const person = world.as(role)
    const other = world.clientAs(person)
    expect(await other.learning.notes({ courseId })).toEqual([])
    await expect(
      other.learning.writeNote({ ...note, writer: person.id, body: 'Theirs' }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await other.learning.removeNote({ noteId })).toEqual({ removed: false })
  }
  expect(await client.learning.notes({ courseId })).toMatchObject([{ body: 'Mine' }])
})

test('a note is stored for who wrote it, not for whoever is signed in by the time it comes', async () => {
  const [anna, ewa] = [await reader(), await reader()]
  const { courseId } = anna
  const note = {
    courseId,
    noteId: newId(),
    lessonKey: 'opening',
    kind: 'reflection' as const,
    body: 'Anna’s',
  }
  for (const late of [{ ...note, writer: anna.writer }, note])
    await expect(ewa.client.learning.writeNote(late)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await ewa.client.learning.notes({ courseId })).toEqual([])
  await anna.client.learning.writeNote({ ...note, writer: anna.writer })
  expect(await anna.client.learning.notes({ courseId })).toMatchObject([{ body: 'Anna’s' }])
})

test('who has as many notes as a course may hold still changes them, but adds none', async () => {
  const { client, courseId, writer } = await reader()
  const noteId = newId()
  const note = {
    courseId,
    noteId,
    writer,
    lessonKey: 'opening',
    kind: 'note' as const,
    body: 'First',
  }
  await client.learning.writeNote(note)
  await world.sql`
    insert into note (id, person_id, course_id, lesson_key, kind, created_at, updated_at)
    select gen_random_uuid(), person_id, course_id, lesson_key, kind, created_at, updated_at
    from note, generate_series(2, ${mostNotesPerCourse}) where id = ${noteId}`
  await client.learning.writeNote({ ...note, body: 'Changed' })
  await expect(client.learning.writeNote({ ...note, noteId: newId() })).rejects.toMatchObject({
    code: 'TOO_MANY_NOTES',
  })
})

test('text that cannot be stored is refused, not a failure', async () => {
  const { client, courseId, writer } = await reader()
  for (const body of ['a\u0000b', '\ud800'])
    await expect(
      client.learning.writeNote({
        courseId,
        writer,
        noteId: newId(),
        lessonKey: 'opening',
        kind: 'note',
        body,
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

async function reader() {
  const { courseId } = await insertTestCourse(world.sql, {
    lessons: [{ key: 'opening' }, { key: 'listening' }],
  })
  const person = await world.addPerson({ unit: world.units.officeA1 })
  return { courseId, writer: person.id, client: world.clientAs(person) }
}
