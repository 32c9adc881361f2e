import { onlineManager } from '@tanstack/react-query'
import type { Language } from '../../../../contract/primitives.ts'
import { queryClient } from '../../../../web/api.ts'
import { catalogueQueries } from '../../../catalogue/web/public.tsx'
import type { PlayerOutput } from '../../contract/player.ts'
import { learningQueries } from '../queries.ts'

/** A lesson may have been gone on with on another device since it was read last. */
const freshMs = 15_000

/** Brings what a lesson needs; without a line, what is here already will do. */
export async function openLesson(
  { enrolmentId, courseId, courseVersionId }: PlayerOutput,
  lessonKey: string,
  language: Language,
): Promise<void> {
  const left = learningQueries.lesson(enrolmentId, lessonKey)
  await Promise.all([
    onlineManager.isOnline()
      ? queryClient.fetchQuery({ ...left, staleTime: freshMs })
      : queryClient.ensureQueryData(left),
    queryClient.ensureQueryData(learningQueries.notes(courseId, lessonKey)),
    queryClient.ensureQueryData(catalogueQueries.lesson(courseVersionId, lessonKey, language)),
  ])
}
