import type { PersonId } from '../../../../contract/primitives.ts'
import { keptItems } from '../../../../web/kept-items.ts'
import type { Note } from '../../contract/notes.ts'

/** A note as it was written, on its way to the server. */
export type WrittenNote = Omit<Note, 'createdAt' | 'updatedAt'>
export type WaitingNote = {
  note: WrittenNote
  /** The server does not take it as things stand; it is here alone. */
  isRefused?: boolean
}

const prefix = 'officina.note.'

/**
 * Notes that the server has not acknowledged, in a place that outlives the page. Under the person who wrote them:
 * somebody else who signs in on this device must not get them.
 */
export function keepNote(personId: PersonId, note: WrittenNote): void {
  keptOf(personId).put(note.noteId, { version: 1, note })
  changed()
}

/** @returns whether it was not known to be refused */
export function markRefused(personId: PersonId, { noteId, body }: WrittenNote): boolean {
  const kept = keptOf(personId)
  const stored = kept.get(noteId)
  if (!stored || stored.isRefused || stored.note.body !== body) return false
  kept.put(noteId, { ...stored, isRefused: true })
  changed()
  return true
}

/** Forgets it, unless it was written anew meanwhile. */
export function forgetNote(personId: PersonId, { noteId, body }: WrittenNote): void {
  if (keptOf(personId).get(noteId)?.note.body === body) dropNote(personId, noteId)
}

/** It is not to be written after all. */
export function dropNote(personId: PersonId, noteId: string): void {
  keptOf(personId).remove(noteId)
  changed()
}

export const noteWaiting = (personId: PersonId, noteId: string): WrittenNote | undefined =>
  keptOf(personId).get(noteId)?.note

export const notesWaiting = (personId: PersonId): WaitingNote[] => [
  ...keptOf(personId).read().values(),
]

const listeners = new Set<() => void>()
let latest: { personId: PersonId; notes: readonly WaitingNote[] } | null = null

/** The same list until something changes, here or in another tab. */
export function latestWaiting(personId: PersonId): readonly WaitingNote[] {
  if (latest?.personId !== personId) latest = { personId, notes: notesWaiting(personId) }
  return latest.notes
}

export function subscribeToNotes(listener: () => void): () => void {
  const hearOtherTabs = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(prefix)) changed()
  }
  listeners.add(listener)
  window.addEventListener('storage', hearOtherTabs)
  // Another tab may have changed something before anybody listened.
  latest = null
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', hearOtherTabs)
  }
}

function changed() {
  latest = null
  for (const listener of listeners) listener()
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
  const changedNotes = known.map((note) => ({ ...note, ...newById.get(note.noteId) }))
  const knownIds = new Set(known.map(({ noteId }) => noteId))
  const now = new Date().toISOString()
  const added = here
    .filter(({ noteId }) => !knownIds.has(noteId))
    .map((note) => ({ ...note, createdAt: now, updatedAt: now }))
  return [...changedNotes, ...added]
}

type Stored = WaitingNote & { version: 1 }

const keptOf = (personId: PersonId) => keptItems(`${prefix}${personId}.`, isStored)

function isStored(value: unknown): value is Stored {
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
