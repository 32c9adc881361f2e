import { type ByLanguage, byLanguage, isComplete } from './by-language.ts'
import { compareQuizzes } from './compare-languages.ts'
import type { CourseFile } from './course-file.ts'
import type { CourseFolder } from './course-folder.ts'
import type { Report } from './problem.ts'
import { type AuthoredQuestion, readQuiz } from './quiz-file.ts'

/** Reads the quiz in every language; null when something is wrong with it. */
export function compileQuizzes(
  course: CourseFile,
  folder: CourseFolder,
  report: Report,
): ByLanguage<AuthoredQuestion[]> | null {
  let isFaulty = false
  const note: Report = (file, line, message) => {
    isFaulty = true
    report(file, line, message)
  }
  const entries = byLanguage((language) => {
    const source = folder.demand(`${language}/quiz.yaml`)
    const path = folder.path(`${language}/quiz.yaml`)
    return source === null ? null : readQuiz(source, path, course.lessons, note)
  })
  // A question that could not be read is missing here: what differs would be told twice.
  if (isFaulty || !isComplete(entries)) return null
  compareQuizzes(entries, (language) => folder.path(`${language}/quiz.yaml`), report)
  const count = entries.en.length
  const { questionsDrawn } = course.quiz
  if (count < questionsDrawn)
    report(
      folder.path('en/quiz.yaml'),
      1,
      `there are ${count} questions, but course.yaml draws ${questionsDrawn}`,
    )
  return byLanguage((language) => entries[language].map(({ question }) => question))
}
