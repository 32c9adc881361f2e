import { useLingui } from '@lingui/react/macro'
import { RadioGroup } from '../../../../web/design-system/RadioGroup.tsx'
import type { QuestionView } from '../../web/question-view.ts'

export function TrueFalse({ question, response, onRespond }: QuestionView<'true-false'>) {
  const { t } = useLingui()
  return (
    <RadioGroup
      look="boxed"
      label={question.prompt}
      value={response ? String(response.value) : null}
      onChange={(value) => onRespond({ type: 'true-false', value: value === 'true' })}
      options={[
        { value: 'true', label: t`True` },
        { value: 'false', label: t`False` },
      ]}
    />
  )
}
