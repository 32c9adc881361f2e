import type { CourseId, CourseVersionId, Language } from '../../../contract/primitives.ts'
import { api, mayAskAgain } from '../../../web/api.ts'
import type { CourseFilters } from './search/course-filters.ts'

/** Courses change when the system is updated, seldom while somebody reads. */
const staleTime = 5 * 60_000

export const catalogueQueries = {
  search: (language: Language, filters: CourseFilters) =>
    api.catalogue.search.queryOptions({
      input: { language, ...filters },
      staleTime,
      // Who searches without a line keeps the list and what she typed.
      ...(Object.values(filters).some(Boolean) && { retry: mayAskAgain }),
    }),
  course: (courseId: CourseId, language: Language) =>
    api.catalogue.course.queryOptions({ input: { courseId, language }, staleTime }),
  lesson: (courseVersionId: CourseVersionId, lessonKey: string, language: Language) =>
    api.catalogue.lessonDocument.queryOptions({
      input: { courseVersionId, lessonKey, language },
      staleTime,
    }),
}
