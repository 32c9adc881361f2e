import { and, eq, inArray, sql } from 'drizzle-orm'
import { language as languageSchema } from '../../../contract/primitives.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { catalogue } from '../contract.ts'
import { courseView } from './course-view.ts'
import { lessonText } from './schema.ts'
import { searchView } from './search-view.ts'

const handle = handlersFor(catalogue)

export const catalogueHandlers = handle.router({
  search: handle.search.handler(async ({ input, context }) => {
    const courses = await searchView(context.db, input)
    return { courses, total: courses.length }
  }),

  course: handle.course.handler(async ({ input, context, errors }) => {
    const { courseId, language } = input
    const course = await context.memory.recall('course', `page ${language} ${courseId}`, () =>
      courseView(context.db, courseId, language),
    )
    if (!course) throw errors.NOT_FOUND()
    return course
  }),

  lessonDocument: handle.lessonDocument.handler(async ({ input, context, errors }) => {
    const [text] = await context.db
      .select()
      .from(lessonText)
      .where(
        and(
          eq(lessonText.courseVersionId, input.courseVersionId),
          eq(lessonText.lessonKey, input.lessonKey),
          inArray(lessonText.language, [input.language, 'en']),
        ),
      )
      .orderBy(sql`${lessonText.language} = ${input.language} desc`)
      .limit(1)
    if (!text) throw errors.NOT_FOUND()
    return {
      language: languageSchema.parse(text.language),
      contentHash: text.contentHash,
      document: text.document,
    }
  }),
})
