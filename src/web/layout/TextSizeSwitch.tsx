import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { browserAppearance, textSizes } from '../appearance.ts'
import { textSizeNames } from '../appearance-names.ts'
import { useChoices } from './use-choices.ts'

export function TextSizeSwitch() {
  const { t } = useLingui()
  const { chooseAppearance } = useChoices()
  const [appearance, setAppearance] = useState(browserAppearance)
  return (
    <fieldset>
      <legend className="mb-1.5 text-ink-3 text-sm">
        <Trans>Size of text</Trans>
      </legend>
      <div className="grid grid-cols-3 gap-px overflow-hidden rounded-md border border-line-strong bg-line">
        {textSizes.map((textSize) => (
          <button
            key={textSize}
            type="button"
            aria-pressed={appearance.textSize === textSize}
            onClick={() => {
              const chosen = { ...browserAppearance(), textSize }
              setAppearance(chosen)
              chooseAppearance(chosen)
            }}
            className="-outline-offset-3 min-h-10 bg-surface px-2 hover:bg-sunken aria-pressed:bg-ink aria-pressed:font-semibold aria-pressed:text-paper"
          >
            {t(textSizeNames[textSize])}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
