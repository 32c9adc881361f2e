import { RadioGroup } from '../../../../web/design-system/RadioGroup.tsx'
import type { QuestionView } from '../../web/question-view.ts'

export function SingleChoice({ question, response, onRespond }: QuestionView<'single-choice'>) {
  return (
    <RadioGroup
      look="boxed"
      label={question.prompt}
      value={response?.optionId ?? null}
      onChange={(optionId) => onRespond({ type: 'single-choice', optionId })}
      options={question.options.map(({ id, text }) => ({ value: id, label: text }))}
    />
  )
}
