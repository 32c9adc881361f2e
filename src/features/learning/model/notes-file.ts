import type { NoteAnchor, NoteKind } from './note.ts'

type ExportedNote = {
  lessonKey: string
  kind: NoteKind
  anchor: NoteAnchor | null
  body: string
  createdAt: string
}
export type NotesCourse = { title: string; lessons: readonly { key: string; title: string }[] }

/** The notes of a course in the order of its lessons; notes of lessons that are gone come last. */
export function notesAsMarkdown(course: NotesCourse, notes: readonly ExportedNote[]): string {
  const parts = lessonsWithNotes(course, notes).flatMap(({ title, notes: ofLesson }) => [
    `## ${title}`,
    ...ofLesson.map(noteAsMarkdown),
  ])
  return `${[`# ${course.title}`, ...parts].join('\n\n')}\n`
}

export function notesAsJson(course: NotesCourse, notes: readonly ExportedNote[]): string {
  const lessons = lessonsWithNotes(course, notes).map(({ title, notes: ofLesson }) => ({
    lesson: title,
    notes: ofLesson.map(({ kind, anchor, body, createdAt }) => ({
      kind,
      quote: quoteOf(anchor),
      text: body,
      writtenAt: createdAt,
    })),
  }))
  return `${JSON.stringify({ version: 1, course: course.title, lessons }, null, 2)}\n`
}

function lessonsWithNotes(course: NotesCourse, notes: readonly ExportedNote[]) {
  const titleByKey = new Map(course.lessons.map(({ key, title }) => [key, title]))
  const gone = new Set(
    notes.map(({ lessonKey }) => lessonKey).filter((key) => !titleByKey.has(key)),
  )
  return [...titleByKey.keys(), ...gone]
    .map((key) => ({
      title: titleByKey.get(key) ?? key,
      notes: notes.filter(({ lessonKey }) => lessonKey === key),
    }))
    .filter(({ notes: ofLesson }) => ofLesson.length > 0)
}

function noteAsMarkdown({ anchor, body }: ExportedNote): string {
  const quote = quoteOf(anchor)
  const quoted = quote?.replaceAll(/^/gm, '> ')
  return [quoted, body].filter(Boolean).join('\n\n')
}

const quoteOf = (anchor: NoteAnchor | null) => (anchor && 'quote' in anchor ? anchor.quote : null)
