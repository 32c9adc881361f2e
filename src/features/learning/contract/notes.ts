import { z } from 'zod'
import { courseId, instant, language, personId, procedure } from '../../../contract/primitives.ts'
import { lessonKey } from '../model/lesson-save.ts'
import { noteAnchor, noteKind } from '../model/note.ts'
import { writtenText } from '../model/written-text.ts'

const tags = ['learning']
/** Longer than any note a person writes by hand, short enough for a page. */
const body = writtenText(10_000)

export const note = z.object({
  noteId: z.uuid(),
  courseId,
  lessonKey,
  kind: noteKind,
  anchor: noteAnchor.nullable(),
  body,
  createdAt: instant,
  updatedAt: instant,
})
export type Note = z.infer<typeof note>

/** Notes are the learner's alone: no permission opens them to anybody else. */
export const noteProcedures = {
  notes: procedure
    .meta({ access: 'signed-in' })
    .route({
      method: 'GET',
      path: '/courses/{courseId}/notes',
      tags,
      summary: 'My notes of a course',
    })
    .input(z.object({ courseId, lessonKey: lessonKey.optional() }))
    .output(z.array(note)),

  writeNote: procedure
    .meta({ access: 'signed-in' })
    .route({
      method: 'PUT',
      path: '/courses/{courseId}/notes/{noteId}',
      tags,
      summary:
        'Write a note, highlight or reflection; the browser makes the id, so it can be sent again',
    })
    .errors({ TOO_MANY_NOTES: { status: 409, data: z.object({ most: z.number().int() }) } })
    .input(
      z.object({
        courseId,
        noteId: z.uuid(),
        /**
         * Who wrote it: one that waited in a browser is refused (403) when somebody else is signed in there by now,
         * or when it does not say. Optional because an earlier page drops what is malformed, but keeps what is
         * forbidden.
         */
        writer: personId.optional(),
        lessonKey,
        kind: noteKind,
        anchor: noteAnchor.nullable().default(null),
        body,
      }),
    )
    .output(note),

  removeNote: procedure
    .meta({ access: 'signed-in' })
    .route({
      method: 'DELETE',
      path: '/notes/{noteId}',
      tags,
      summary: 'Remove a note of mine; removing twice is no error',
    })
    .input(z.object({ noteId: z.uuid() }))
    .output(z.object({ removed: z.boolean() })),

  exportNotes: procedure
    .meta({ access: 'signed-in' })
    .route({
      method: 'GET',
      path: '/courses/{courseId}/notes/export',
      tags,
      summary: 'My notes of a course as a file',
    })
    .input(z.object({ courseId, language, format: z.enum(['markdown', 'json']) }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() })),
}
