import type { PersonId } from '../../../../contract/primitives.ts'
import type { Note } from '../../contract/notes.ts'

/** A note as it was written, on its way to the server. */
export type WrittenNote = Omit<Note, 'createdAt' | 'updatedAt'>

const prefix = 'officina.note.'

/**
 * Notes that the server has not acknowledged, in a place that outlives the page. Under the person who wrote them:
 * somebody else who signs in on this device must not get them.
 */
export function keepNote(personId: PersonId, note: WrittenNote): void {
  try {
    localStorage.setItem(keyOf(personId, note.noteId), JSON.stringify({ version: 1, note }))
  } catch {
    // Full or forbidden: it still stands on the page and is sent from there.
  }
}

/** Forgets it, unless it was written anew meanwhile. */
export function forgetNote(personId: PersonId, { noteId, body }: WrittenNote): void {
  try {
    const key = keyOf(personId, noteId)
    if (parsed(localStorage.getItem(key))[0]?.body === body) localStorage.removeItem(key)
  } catch {
    // Forbidden: there is nothing to forget.
  }
}

/** It is not to be written after all. */
export function dropNote(personId: PersonId, noteId: string): void {
  try {
    localStorage.removeItem(keyOf(personId, noteId))
  } catch {
    // Forbidden: there is nothing to drop.
  }
}

export function notesWaiting(personId: PersonId): WrittenNote[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${prefix}${personId}.`))
      .flatMap((key) => parsed(localStorage.getItem(key)))
  } catch {
    return []
  }
}

/** What the server has of a lesson, and over it what it has not been told yet. */
export function withWaiting(
  known: readonly Note[],
  waiting: readonly WrittenNote[],
  at: Pick<Note, 'courseId' | 'lessonKey'>,
): Note[] {
  const here = waiting.filter(
    ({ courseId, lessonKey }) => courseId === at.courseId && lessonKey === at.lessonKey,
  )
  const newById = new Map(here.map((note) => [note.noteId, note]))
  const changed = known.map((note) => ({ ...note, ...newById.get(note.noteId) }))
  const knownIds = new Set(known.map(({ noteId }) => noteId))
  const now = new Date().toISOString()
  const added = here
    .filter(({ noteId }) => !knownIds.has(noteId))
    .map((note) => ({ ...note, createdAt: now, updatedAt: now }))
  return [...changed, ...added]
}

const keyOf = (personId: PersonId, noteId: string) => `${prefix}${personId}.${noteId}`

function parsed(text: string | null): WrittenNote[] {
  try {
    const stored: unknown = JSON.parse(text ?? '')
    return isStored(stored) ? [stored.note] : []
  } catch {
    return []
  }
}

function isStored(value: unknown): value is { version: 1; note: WrittenNote } {
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'version') !== 1)
    return false
  const note: unknown = Reflect.get(value, 'note')
  return (
    typeof note === 'object' &&
    note !== null &&
    ['noteId', 'courseId', 'lessonKey', 'kind', 'body'].every(
      (field) => typeof Reflect.get(note, field) === 'string',
    )
  )
}
