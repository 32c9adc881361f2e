import { useLingui } from '@lingui/react/macro'
import { CheckboxGroup } from '../../../../web/design-system/CheckboxGroup.tsx'
import type { QuestionView } from '../../web/question-view.ts'

export function MultipleChoice({ question, response, onRespond }: QuestionView<'multiple-choice'>) {
  const { t } = useLingui()
  return (
    <CheckboxGroup
      label={question.prompt}
      hint={t`Choose every right answer. A wrong one takes away from the points.`}
      value={response?.optionIds ?? []}
      onChange={(optionIds) => onRespond({ type: 'multiple-choice', optionIds })}
      options={question.options.map(({ id, text }) => ({ value: id, label: text }))}
    />
  )
}
