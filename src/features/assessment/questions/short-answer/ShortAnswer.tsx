import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import type { QuestionView } from '../../web/question-view.ts'

/** Typing settles for that long before it is saved. */
const settleMs = 500

export function ShortAnswer({ question, response, onRespond }: QuestionView<'short-answer'>) {
  const { t } = useLingui()
  const saved = response?.text ?? ''
  const [text, setText] = useState(saved)
  const respond = (given: string) => {
    if (given !== saved) onRespond({ type: 'short-answer', text: given })
  }
  useEffect(() => {
    if (text === saved) return
    const timer = setTimeout(() => onRespond({ type: 'short-answer', text }), settleMs)
    return () => clearTimeout(timer)
  }, [text, saved, onRespond])
  return (
    <TextField
      label={question.prompt}
      hint={t`A word or a number is enough. Capital letters and accents do not matter.`}
      width="medium"
      maxLength={300}
      value={text}
      onChange={setText}
      onBlur={() => respond(text)}
      input={{ autoComplete: 'off' }}
    />
  )
}
