import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { browserAppearance, textSizes, themes } from '../../../../web/appearance.ts'
import { textSizeNames, themeNames } from '../../../../web/appearance-names.ts'
import { RadioGroup } from '../../../../web/design-system/RadioGroup.tsx'
import { languageNames, languages } from '../../../../web/i18n/language.ts'
import { useChoices } from '../../../../web/layout/use-choices.ts'

/** Every choice shows at once; there is nothing to save. */
export function AppearancePage() {
  const { t, i18n } = useLingui()
  const { chooseLanguage, chooseAppearance } = useChoices()
  const [appearance, setAppearance] = useState(browserAppearance)
  const change = (part: Partial<typeof appearance>) => {
    const next = { ...appearance, ...part }
    setAppearance(next)
    void chooseAppearance(next)
  }
  return (
    <div className="grid gap-8">
      <p className="text-ink-2">
        <Trans>What you choose shows at once and is kept for all your devices.</Trans>
      </p>
      <div className="grid gap-x-10 items-start gap-y-8 md:grid-cols-3">
        <RadioGroup
          label={t`Language`}
          value={i18n.locale}
          onChange={(value) => {
            const language = languages.find((each) => each === value)
            if (language) void chooseLanguage(language)
          }}
          options={languages.map((value) => ({
            value,
            label: <span lang={value}>{languageNames[value]}</span>,
          }))}
        />
        <RadioGroup
          label={t`Colours`}
          value={appearance.theme}
          onChange={(value) => {
            const theme = themes.find((each) => each === value)
            if (theme) change({ theme })
          }}
          options={themes.map((value) => ({ value, label: t(themeNames[value]) }))}
        />
        <RadioGroup
          label={t`Text size`}
          value={appearance.textSize}
          onChange={(value) => {
            const textSize = textSizes.find((each) => each === value)
            if (textSize) change({ textSize })
          }}
          options={textSizes.map((value) => ({ value, label: t(textSizeNames[value]) }))}
        />
      </div>
    </div>
  )
}
