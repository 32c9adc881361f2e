export type { CompiledCourse } from './compile/compile-course.ts'
export { compileContent, publishCompiled, publishCourses } from './publish.ts'
export { type QuestionKey, questionKey } from './question-key.ts'
export { course, courseVersion, lesson, question, questionKeyTable } from './schema.ts'
