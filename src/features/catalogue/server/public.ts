export type { CompiledCourse } from './compile/compile-course.ts'
export { publishOwnCourses } from './publish-own.ts'
export { type QuestionKey, questionKey } from './question-key.ts'
export { course, courseVersion, lesson, question, questionKeyTable } from './schema.ts'

/** What compiles and publishes courses is large, and seldom needed. */
export const publishing = () => import('./publish.ts')
