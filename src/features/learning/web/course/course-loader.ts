import type { LoaderFunctionArgs } from 'react-router'
import type { CourseId } from '../../../../contract/primitives.ts'
import { queryClient } from '../../../../web/api.ts'
import { catalogueQueries, preloadCoursePage } from '../../../catalogue/web/public.tsx'
import { learningQueries } from '../queries.ts'
import { readerLanguage } from '../reader-language.ts'

export async function courseLoader({ params }: LoaderFunctionArgs) {
  const courseId = params.courseId as CourseId // the server refuses what is none
  await Promise.all([
    preloadCoursePage(),
    queryClient.ensureQueryData(catalogueQueries.course(courseId, readerLanguage())),
    queryClient.ensureQueryData(learningQueries.courseEnrolment(courseId)),
  ])
  return { courseId }
}
