import type { Response } from '../model/response.ts'
import type { ShownQuestion } from '../model/shown-question.ts'
import { MultipleChoice } from '../questions/multiple-choice/MultipleChoice.tsx'
import { OrderItems } from '../questions/order/OrderItems.tsx'
import { ShortAnswer } from '../questions/short-answer/ShortAnswer.tsx'
import { SingleChoice } from '../questions/single-choice/SingleChoice.tsx'
import { TrueFalse } from '../questions/true-false/TrueFalse.tsx'

type Props = {
  question: ShownQuestion
  response: Response | null
  onRespond: (response: Response) => void
}

/** The screen of a question's type. One line a question type. */
export function QuestionForm({ question, response: given, onRespond }: Props) {
  switch (question.type) {
    case 'single-choice':
      return (
        <SingleChoice
          question={question}
          response={given?.type === question.type ? given : null}
          onRespond={onRespond}
        />
      )
    case 'multiple-choice':
      return (
        <MultipleChoice
          question={question}
          response={given?.type === question.type ? given : null}
          onRespond={onRespond}
        />
      )
    case 'true-false':
      return (
        <TrueFalse
          question={question}
          response={given?.type === question.type ? given : null}
          onRespond={onRespond}
        />
      )
    case 'order':
      return (
        <OrderItems
          question={question}
          response={given?.type === question.type ? given : null}
          onRespond={onRespond}
        />
      )
    case 'short-answer':
      return (
        <ShortAnswer
          question={question}
          response={given?.type === question.type ? given : null}
          onRespond={onRespond}
        />
      )
  }
}
