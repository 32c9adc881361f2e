import { Trans } from '@lingui/react/macro'
import { Lock } from 'lucide-react'
import { useId } from 'react'
import { inputLook } from '../../../../../web/design-system/field-parts.tsx'
import { Icon } from '../../../../../web/design-system/Icon.tsx'
import { useLesson } from '../lesson-context.ts'
import { useSavedText } from '../use-saved-text.ts'

const longest = 10_000

/** A question to oneself; the answer is nobody else's. */
export function Reflection({ blockId, prompt }: { blockId: string; prompt: React.ReactNode }) {
  const { reflections, onReflection } = useLesson()
  const id = useId()
  const { text, setText, saveNow } = useSavedText(reflections[blockId] ?? '', (value) =>
    onReflection(blockId, value),
  )
  return (
    <div className="border-line-strong border-s-3 py-1 ps-5 font-sans text-base">
      <p className="text-ink-3 text-sm">
        <Trans>To think about</Trans>
      </p>
      <div id={`${id}-prompt`} className="mt-1 mb-3 text-lg">
        {prompt}
      </div>
      <textarea
        aria-labelledby={`${id}-prompt`}
        aria-describedby={`${id}-private`}
        rows={3}
        maxLength={longest}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={saveNow}
        className={`${inputLook} block field-sizing-content min-h-24 resize-y`}
      />
      <p id={`${id}-private`} className="mt-2 flex items-start gap-1.5 text-ink-2 text-sm">
        <Icon of={Lock} size={16} className="mt-0.5" />
        <Trans>Only you can read this. It is kept with your notes.</Trans>
      </p>
    </div>
  )
}
