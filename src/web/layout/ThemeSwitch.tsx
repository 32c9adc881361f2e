import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { browserAppearance, themes } from '../appearance.ts'
import { themeNames } from '../appearance-names.ts'
import { useChoices } from './use-choices.ts'

export function ThemeSwitch() {
  const { t } = useLingui()
  const { chooseAppearance } = useChoices()
  const [appearance, setAppearance] = useState(browserAppearance)
  return (
    <fieldset>
      <legend className="mb-1.5 text-ink-3 text-sm">
        <Trans>Appearance</Trans>
      </legend>
      <div className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line-strong bg-line">
        {themes.map((theme) => (
          <button
            key={theme}
            type="button"
            aria-pressed={appearance.theme === theme}
            onClick={() => {
              const chosen = { ...browserAppearance(), theme }
              setAppearance(chosen)
              chooseAppearance(chosen)
            }}
            className="min-h-10 bg-surface px-2 -outline-offset-3 hover:bg-sunken aria-pressed:bg-ink aria-pressed:font-semibold aria-pressed:text-paper"
          >
            {t(themeNames[theme])}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
