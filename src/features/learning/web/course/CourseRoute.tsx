import { useLoaderData } from 'react-router'
import { CoursePage } from '../../../catalogue/web/public.tsx'
import type { courseLoader } from './course-loader.ts'
import { EnrolAction } from './EnrolAction.tsx'

/** The catalogue's page of a course, with what I can do there. */
export function CourseRoute() {
  const { courseId } = useLoaderData<typeof courseLoader>()
  return <CoursePage courseId={courseId} action={<EnrolAction courseId={courseId} />} />
}
