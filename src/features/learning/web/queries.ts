import type { CourseId, EnrolmentId, Language } from '../../../contract/primitives.ts'
import { api } from '../../../web/api.ts'

export const learningQueries = {
  home: (language: Language) => api.learning.home.queryOptions({ input: { language } }),
  courseEnrolment: (courseId: CourseId) =>
    api.learning.courseEnrolment.queryOptions({ input: { courseId } }),
  player: (enrolmentId: EnrolmentId, language: Language) =>
    api.learning.player.queryOptions({ input: { enrolmentId, language } }),
  /**
   * What was left in a lesson is read anew on opening it (see `player/open-lesson.ts`); from then on the screen
   * knows more than the server.
   */
  lesson: (enrolmentId: EnrolmentId, lessonKey: string) =>
    api.learning.lesson.queryOptions({
      input: { enrolmentId, lessonKey },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60 * 60_000,
    }),
  notes: (courseId: CourseId, lessonKey: string) =>
    api.learning.notes.queryOptions({ input: { courseId, lessonKey } }),
  assignments: (language: Language, ended: boolean) =>
    api.learning.assignments.infiniteOptions({
      input: (after: string | undefined) => ({ language, ended, ...(after && { after }) }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  assignmentChoices: (language: Language) =>
    api.learning.assignmentChoices.queryOptions({ input: { language } }),
}
