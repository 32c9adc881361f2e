import { type Language, languages } from '../../../../contract/primitives.ts'
import type { QuestionText, QuestionType } from '../../model/question-text.ts'
import type { QuestionKey } from '../question-key.ts'
import type { ByLanguage } from './by-language.ts'
import type { AuthoredQuestion } from './quiz-file.ts'

export type CompiledQuestion = {
  key: string
  type: QuestionType
  lessonKey: string
  shown: QuestionText
  marking: QuestionKey
}

/** Parts what is shown from what marks. The quizzes agree in ids, types and answers. */
export function compileQuestions(quizzes: ByLanguage<AuthoredQuestion[]>): CompiledQuestion[] {
  return quizzes.en.flatMap((question, index) => {
    const texts = languages.map((language): [Language, AuthoredQuestion | undefined] => [
      language,
      quizzes[language][index],
    ])
    const known = texts.filter(
      (each): each is [Language, AuthoredQuestion] => each[1] !== undefined,
    )
    return [
      {
        key: question.id,
        type: question.type,
        lessonKey: question.lesson,
        shown: record(known, shownText),
        marking: markingOf(question, known),
      },
    ]
  })
}

function shownText(question: AuthoredQuestion): QuestionText['en'] {
  const choices =
    question.type === 'order' ? question.items : 'options' in question ? question.options : []
  return { prompt: question.prompt, choices: choices.map(({ id, text }) => ({ id, text })) }
}

function markingOf(question: AuthoredQuestion, texts: [Language, AuthoredQuestion][]): QuestionKey {
  const why = () => record(texts, (each) => ('why' in each ? each.why : ''))
  const whyByOption = () =>
    record(texts, (each) =>
      Object.fromEntries('options' in each ? each.options.map(({ id, why }) => [id, why]) : []),
    )
  const keyVersion = 1 as const
  switch (question.type) {
    case 'single-choice':
      return {
        keyVersion,
        type: question.type,
        rightOptionId: rightIds(question)[0] ?? '',
        whyByOption: whyByOption(),
      }
    case 'multiple-choice':
      return {
        keyVersion,
        type: question.type,
        rightOptionIds: rightIds(question),
        whyByOption: whyByOption(),
      }
    case 'true-false':
      return { keyVersion, type: question.type, answer: question.answer, why: why() }
    case 'order':
      return {
        keyVersion,
        type: question.type,
        itemIds: question.items.map(({ id }) => id),
        why: why(),
      }
    case 'short-answer':
      return {
        keyVersion,
        type: question.type,
        accept: record(texts, (each) => (each.type === 'short-answer' ? each.accept : [])),
        why: why(),
      }
  }
}

const rightIds = (question: { options: { id: string; right: boolean }[] }) =>
  question.options.filter(({ right }) => right).map(({ id }) => id)

const record = <Value>(
  texts: [Language, AuthoredQuestion][],
  make: (question: AuthoredQuestion) => Value,
) =>
  Object.fromEntries(texts.map(([language, question]) => [language, make(question)])) as Record<
    Language,
    Value
  > // one entry a language
