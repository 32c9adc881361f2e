import { lazy } from 'react'

export { catalogueQueries } from './queries.ts'

const coursePage = () => import('./course/CoursePage.tsx')
const lessonDocument = () => import('./lesson/LessonDocument.tsx')

/** For loaders: the page's code comes while its data does. */
export const preloadCoursePage = coursePage
export async function preloadLessonDocument(): Promise<void> {
  await lessonDocument()
  // Its style names the face. Come later, it would move the text under the reader's eyes; but it may not keep the
  // text from being read for long.
  const face = document.fonts.load('1em "Literata Lesson"', 'aą').catch(() => {})
  await Promise.race([face, new Promise((resolve) => setTimeout(resolve, faceWaitMs))])
}
const faceWaitMs = 700

// Loaders import this file before the first page shows, so the pages themselves come when they are needed.
export const CoursePage = lazy(async () => ({ default: (await coursePage()).CoursePage }))
/** Give it the lesson as `key`: what was typed and ticked belongs to one lesson. */
export const LessonDocument = lazy(async () => ({
  default: (await lessonDocument()).LessonDocument,
}))
