import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { v7 } from 'uuid'
import type { CourseId } from '../../../../contract/primitives.ts'
import { api, queryClient } from '../../../../web/api.ts'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { useMe } from '../../../../web/session.ts'
import type { Note } from '../../contract/notes.ts'
import type { NoteAnchor, NoteKind } from '../../model/note.ts'
import { learningQueries } from '../queries.ts'
import { noteQueue } from './note-sending.ts'
import {
  latestWaiting,
  subscribeToNotes,
  type WaitingNote,
  type WrittenNote,
  withWaiting,
} from './note-storage.ts'

export type Notes = {
  /** In the order they were written; reflections are shown in their blocks. */
  all: readonly Note[]
  /** Texts by block id. */
  reflections: Record<string, string>
  writeReflection: (blockId: string, text: string) => void
  /** Whether the server has the note; else it is on this device alone. */
  placeOf: (noteId: string) => 'server' | 'waiting' | 'refused'
  /** Writes a new note, or changes the one with `noteId`. It is kept in any case; what went wrong is said. */
  write: (note: {
    noteId?: string
    kind: NoteKind
    anchor: NoteAnchor | null
    body: string
  }) => Promise<void>
  remove: (noteId: string) => void
}

/** The learner's own notes of a lesson. */
export function useNotes(courseId: CourseId, lessonKey: string): Notes {
  const query = learningQueries.notes(courseId, lessonKey)
  const { data } = useSuspenseQuery(query)
  const me = useMe()
  const { t } = useLingui()
  const [newReflectionIds] = useState(() => new Map<string, string>())
  const errorText = useErrorText({
    TOO_MANY_NOTES: msg`This course has as many notes as can be kept. Export them, then remove some.`,
  })
  const onError = (error: unknown) => notify({ tone: 'late', text: errorText(error) })
  const remove = useMutation({
    mutationFn: async (noteId: string) => me && noteQueue.remove(me.person.id, noteId),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.learning.notes.key() })
      // There may be room now for one that was refused.
      if (me) await noteQueue.sendAll(me.person.id)
    },
    onError,
  })
  const place = { courseId, lessonKey }
  const waiting = useSyncExternalStore(subscribeToNotes, () =>
    me ? latestWaiting(me.person.id) : none,
  )
  const all = withWaiting(
    data,
    waiting.map(({ note }) => note),
    place,
  )

  const write = async (note: Omit<WrittenNote, 'courseId' | 'lessonKey'>) => {
    // The lesson is open to nobody who is not signed in.
    if (!me) return
    const outcome = await noteQueue.write(me.person.id, { ...place, ...note })
    if (outcome.type === 'saved' || !outcome.isNews) return
    if (outcome.type === 'refused') onError(outcome.error)
    else notify({ tone: 'info', text: t`Kept on this device, will be sent` })
  }

  return {
    all: all.filter(({ kind }) => kind !== 'reflection'),
    reflections: Object.fromEntries(
      [...reflectionById(all)].map(([blockId, { body }]) => [blockId, body]),
    ),
    writeReflection: (blockId, body) => {
      const known = newReflectionIds.get(blockId) ?? reflectionById(all).get(blockId)?.noteId
      const noteId = known ?? v7()
      // A second save may come before the list knows of the first.
      newReflectionIds.set(blockId, noteId)
      void write({ noteId, kind: 'reflection', anchor: { blockId }, body })
    },
    write: ({ noteId = v7(), ...note }) => write({ noteId, ...note }),
    placeOf: (noteId) => {
      const here = waiting.find(({ note }) => note.noteId === noteId)
      return !here ? 'server' : here.isRefused ? 'refused' : 'waiting'
    },
    remove: (noteId) => remove.mutate(noteId),
  }
}

const none: readonly WaitingNote[] = []

function reflectionById(notes: readonly Note[]): Map<string, Note> {
  return new Map(
    notes.flatMap((note) =>
      note.anchor && 'blockId' in note.anchor ? [[note.anchor.blockId, note] as const] : [],
    ),
  )
}
