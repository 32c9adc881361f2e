import { type Language, languages } from '../../../../contract/primitives.ts'
import type { ByLanguage } from './by-language.ts'
import type { CompiledBody } from './compile-lesson.ts'
import type { Report } from './problem.ts'
import type { AuthoredQuestion, QuizEntry } from './quiz-file.ts'

/** A learner may change the language in the middle: block kinds and ids stand in the same order in all. */
export function compareLessons(
  bodies: ByLanguage<CompiledBody>,
  fileOf: (language: Language) => string,
  report: Report,
) {
  const { en } = bodies
  for (const language of languages) {
    const own = bodies[language]
    const differs = firstDifference(idLines(own), idLines(en))
    if (differs !== null)
      report(
        fileOf(language),
        own.blockIds[differs]?.line ?? 1,
        `ids differ from en: ${idLines(own)[differs] ?? 'nothing'} instead of ${idLines(en)[differs] ?? 'nothing'}`,
      )
    const [ownKinds, kinds] = [kindsOf(own), kindsOf(en)]
    const at = firstDifference(
      ownKinds.map(({ kind }) => kind),
      kinds.map(({ kind }) => kind),
    )
    if (at !== null && differs === null)
      report(
        fileOf(language),
        ownKinds[at]?.line ?? 1,
        `blocks differ from en: ${ownKinds[at]?.kind ?? 'nothing'} instead of ${kinds[at]?.kind ?? 'nothing'}`,
      )
  }
}

const idLines = (body: CompiledBody) => body.blockIds.map(({ id, shape }) => `#${id} (${shape})`)

/** How a thought is parted into paragraphs is the translator's business. */
const kindsOf = (body: CompiledBody) =>
  body.blocks
    .map(({ type }, index) => ({ kind: type, line: body.lines[index] ?? 1 }))
    .filter(({ kind }) => kind !== 'paragraph')

/** Attempts are marked in any language: questions, options and answers are the same in all. */
export function compareQuizzes(
  quizzes: ByLanguage<QuizEntry[]>,
  fileOf: (language: Language) => string,
  report: Report,
) {
  const english = quizzes.en.map(({ question }) => shapeOf(question))
  for (const language of languages) {
    const own = quizzes[language].map(({ question }) => shapeOf(question))
    const differs = firstDifference(own, english)
    if (differs !== null)
      report(
        fileOf(language),
        quizzes[language][differs]?.line ?? 1,
        `questions differ from en: ${own[differs] ?? 'nothing'} instead of ${english[differs] ?? 'nothing'}`,
      )
  }
}

function shapeOf(question: AuthoredQuestion): string {
  return `${question.id} (${question.type}, ${question.lesson}: ${answersOf(question)})`
}

function answersOf(question: AuthoredQuestion): string {
  if ('options' in question)
    return question.options.map(({ id, right }) => `${id}${right ? '*' : ''}`).join(' ')
  if (question.type === 'order') return question.items.map(({ id }) => id).join(' ')
  return question.type === 'true-false' ? String(question.answer) : 'words'
}

/** Index of the first place where two lists differ, their lengths included. */
function firstDifference(own: readonly string[], other: readonly string[]): number | null {
  const length = Math.max(own.length, other.length)
  for (let index = 0; index < length; index++) if (own[index] !== other[index]) return index
  return null
}
