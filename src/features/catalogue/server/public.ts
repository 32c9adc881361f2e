export { publishCourses } from './publish.ts'
export { type QuestionKey, questionKey } from './question-key.ts'
export { course, courseVersion, lesson, question, questionKeyTable } from './schema.ts'
