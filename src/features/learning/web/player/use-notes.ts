import { msg } from '@lingui/core/macro'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { CourseId } from '../../../../contract/primitives.ts'
import { isPassing } from '../../../../web/again.ts'
import { api } from '../../../../web/api.ts'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import type { Note } from '../../contract/notes.ts'
import type { NoteAnchor, NoteKind } from '../../model/note.ts'
import { learningQueries } from '../queries.ts'

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
  const queryClient = useQueryClient()
  const [newReflectionIds] = useState(() => new Map<string, string>())
  const errorText = useErrorText({
    TOO_MANY_NOTES: msg`This course has as many notes as can be kept. Export them, then remove some.`,
  })
  const onError = (error: unknown) => notify({ tone: 'late', text: errorText(error) })
  const refresh = () => queryClient.invalidateQueries({ queryKey: query.queryKey })
  const write = useMutation(
    api.learning.writeNote.mutationOptions({
      onSuccess: refresh,
      onError,
      // The browser made its id: sent again it is the same note.
      retry: (failures, error) => failures < 3 && isPassing(error),
    }),
  )
  const remove = useMutation(
    api.learning.removeNote.mutationOptions({ onSuccess: refresh, onError }),
  )
  return {
    all: data.filter(({ kind }) => kind !== 'reflection'),
    reflections: Object.fromEntries(
      [...reflectionById(data)].map(([blockId, { body }]) => [blockId, body]),
    ),
    writeReflection: (blockId, body) => {
      const known = newReflectionIds.get(blockId) ?? reflectionById(data).get(blockId)?.noteId
      const noteId = known ?? v7()
      // A second save may come before the list knows of the first.
      newReflectionIds.set(blockId, noteId)
      write.mutate({
        courseId,
        lessonKey,
        noteId,
        kind: 'reflection',
        anchor: { blockId },
        body,
      })
    },
    write: ({ noteId = v7(), ...note }) =>
      write.mutateAsync({ courseId, lessonKey, noteId, ...note }),
    remove: (noteId) => remove.mutate({ noteId }),
  }
}

function reflectionById(notes: readonly Note[]): Map<string, Note> {
  return new Map(
    notes.flatMap((note) =>
      note.anchor && 'blockId' in note.anchor ? [[note.anchor.blockId, note] as const] : [],
    ),
  )
}
