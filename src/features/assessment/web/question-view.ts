import type { ResponseOf } from '../model/response.ts'
import type { QuestionType, ShownQuestionOf } from '../model/shown-question.ts'

/** What the screen of a question type gets. `response` is null until the learner has answered. */
export type QuestionView<Type extends QuestionType> = {
  question: ShownQuestionOf<Type>
  response: ResponseOf<Type> | null
  onRespond: (response: ResponseOf<Type>) => void
}
