import { ORPCError } from '@orpc/server'
import { and, asc, count, eq, ne, sql } from 'drizzle-orm'
import type { CourseId } from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'
import { handlersFor } from '../../../server/procedure.ts'
import type { Note } from '../contract/notes.ts'
import { learning } from '../contract.ts'
import { mostNotesPerCourse, noteAnchor } from '../model/note.ts'
import { notesAsJson, notesAsMarkdown } from '../model/notes-file.ts'
import { courseOutline } from './course-facts.ts'
import { note } from './schema.ts'

const handle = handlersFor(learning)

export const noteHandlers = {
  notes: handle.notes.handler(({ input, context }) =>
    notesOf(context.db, context.person().personId, input.courseId, input.lessonKey),
  ),

  writeNote: handle.writeNote.handler(({ input, context, errors }) => {
    const { personId } = context.person()
    if (input.writer !== personId) throw new ORPCError('FORBIDDEN', { status: 403 })
    const at = context.clock()
    return context.write(async (tx) => {
      const [{ notes = 0 } = {}] = await tx
        .select({ notes: count() })
        .from(note)
        .where(
          and(
            eq(note.personId, personId),
            eq(note.courseId, input.courseId),
            // One that is written anew is not one more.
            ne(note.id, input.noteId),
          ),
        )
      if (notes >= mostNotesPerCourse)
        throw errors.TOO_MANY_NOTES({ data: { most: mostNotesPerCourse } })
      if (!(await courseOutline(tx, input.courseId))) throw notFound()
      const { noteId, writer: _, ...written } = input
      const [row] = await tx
        .insert(note)
        .values({ ...written, id: noteId, personId, createdAt: at, updatedAt: at })
        .onConflictDoUpdate({
          target: note.id,
          set: { body: input.body, anchor: input.anchor, updatedAt: at },
          setWhere: sql`${note.personId} = ${personId} and ${note.courseId} = ${input.courseId}`,
        })
        .returning()
      // Somebody else's note has this id: to a stranger it does not exist.
      if (!row) throw notFound()
      return shown(row)
    })
  }),

  removeNote: handle.removeNote.handler(({ input, context }) =>
    context.write(async (tx) => {
      const removed = await tx
        .delete(note)
        .where(and(eq(note.id, input.noteId), eq(note.personId, context.person().personId)))
        .returning({ id: note.id })
      return { removed: removed.length > 0 }
    }),
  ),

  exportNotes: handle.exportNotes.handler(async ({ input, context }) => {
    const outline = await courseOutline(context.db, input.courseId)
    if (!outline) throw notFound()
    const notes = await notesOf(context.db, context.person().personId, input.courseId)
    const course = outline.inLanguage(input.language)
    return input.format === 'json'
      ? {
          fileName: `${input.courseId}-notes.json`,
          mediaType: 'application/json',
          text: notesAsJson(course, notes),
        }
      : {
          fileName: `${input.courseId}-notes.txt`,
          mediaType: 'text/plain',
          text: notesAsMarkdown(course, notes),
        }
  }),
}

async function notesOf(db: Db, personId: string, courseId: string, lessonKey?: string) {
  const rows = await db
    .select()
    .from(note)
    .where(
      and(
        eq(note.personId, personId),
        eq(note.courseId, courseId),
        lessonKey === undefined ? undefined : eq(note.lessonKey, lessonKey),
      ),
    )
    .orderBy(asc(note.createdAt), asc(note.id))
  return rows.map(shown)
}

const shown = (row: typeof note.$inferSelect): Note => ({
  noteId: row.id,
  courseId: row.courseId as CourseId, // as the catalogue's key demands
  lessonKey: row.lessonKey,
  kind: row.kind,
  anchor: row.anchor === null ? null : noteAnchor.parse(row.anchor),
  body: row.body,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

const notFound = () => new ORPCError('NOT_FOUND', { status: 404 })
