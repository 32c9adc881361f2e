export { publishCourses } from './publish.ts'
export { type QuestionKey, questionKey } from './question-key.ts'
export { course, courseVersion, lesson, lessonText, question, questionKeyTable } from './schema.ts'
