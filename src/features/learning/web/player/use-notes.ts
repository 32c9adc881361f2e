import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { CourseId } from '../../../../contract/primitives.ts'
import { api } from '../../../../web/api.ts'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { useMe } from '../../../../web/session.ts'
import type { Note } from '../../contract/notes.ts'
import type { NoteAnchor, NoteKind } from '../../model/note.ts'
import { learningQueries } from '../queries.ts'
import { sendNote } from './note-queue.ts'
import { dropNote, notesWaiting, type WrittenNote, withWaiting } from './note-storage.ts'

export type Notes = {
  /** In the order they were written; reflections are shown in their blocks. */
  all: readonly Note[]
  /** Texts by block id. */
  reflections: Record<string, string>
  writeReflection: (blockId: string, text: string) => void
  /** Writes a new note, or changes the one with `noteId`; rejects when it could not be kept. */
  write: (note: {
    noteId?: string
    kind: NoteKind
    anchor: NoteAnchor | null
    body: string
  }) => Promise<unknown>
  remove: (noteId: string) => void
}

/** The learner's own notes of a lesson. */
export function useNotes(courseId: CourseId, lessonKey: string): Notes {
  const query = learningQueries.notes(courseId, lessonKey)
  const { data } = useSuspenseQuery(query)
  const me = useMe()
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const [newReflectionIds] = useState(() => new Map<string, string>())
  const errorText = useErrorText({
    TOO_MANY_NOTES: msg`This course has as many notes as can be kept. Export them, then remove some.`,
  })
  const onError = (error: unknown) => notify({ tone: 'late', text: errorText(error) })
  const refresh = () => queryClient.invalidateQueries({ queryKey: query.queryKey })
  const remove = useMutation(
    api.learning.removeNote.mutationOptions({ onSuccess: refresh, onError }),
  )
  const place = { courseId, lessonKey }
  const all = withWaiting(data, me ? notesWaiting(me.person.id) : [], place)

  const write = async (note: Omit<WrittenNote, 'courseId' | 'lessonKey'>) => {
    // The lesson is open to nobody who is not signed in.
    if (!me) return
    const written = { ...place, ...note }
    const outcome = await sendNote(me.person.id, written)
    if (outcome.type === 'refused') {
      onError(outcome.error)
      throw outcome.error
    }
    if (outcome.type === 'saved') return refresh()
    notify({ tone: 'info', text: t`Kept on this device, will be sent` })
    queryClient.setQueryData(query.queryKey, (known) => withWaiting(known ?? [], [written], place))
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
      // What went wrong has been said.
      write({ noteId, kind: 'reflection', anchor: { blockId }, body }).catch(() => {})
    },
    write: ({ noteId = v7(), ...note }) => write({ noteId, ...note }),
    remove: (noteId) => {
      // Or it would be written again.
      if (me) dropNote(me.person.id, noteId)
      remove.mutate({ noteId })
    },
  }
}

function reflectionById(notes: readonly Note[]): Map<string, Note> {
  return new Map(
    notes.flatMap((note) =>
      note.anchor && 'blockId' in note.anchor ? [[note.anchor.blockId, note] as const] : [],
    ),
  )
}
