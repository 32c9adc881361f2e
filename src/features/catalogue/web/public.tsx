import { lazy } from 'react'

export { catalogueQueries } from './queries.ts'

const coursePage = () => import('./course/CoursePage.tsx')
const lessonDocument = () => import('./lesson/LessonDocument.tsx')

/** For loaders: the page's code comes while its data does. */
export const preloadCoursePage = coursePage
export const preloadLessonDocument = lessonDocument

// Loaders import this file before the first page shows, so the pages themselves come when they are needed.
export const CoursePage = lazy(async () => ({ default: (await coursePage()).CoursePage }))
/** Give it the lesson as `key`: what was typed and ticked belongs to one lesson. */
export const LessonDocument = lazy(async () => ({
  default: (await lessonDocument()).LessonDocument,
}))
