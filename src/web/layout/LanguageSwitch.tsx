import { Trans, useLingui } from '@lingui/react/macro'
import { languageNames, languages } from '../i18n/language.ts'
import { useChoices } from './use-choices.ts'

/** Switches at once, without reload; a signed-in person's choice is kept with her profile. */
export function LanguageSwitch() {
  const { i18n } = useLingui()
  const { chooseLanguage } = useChoices()
  return (
    <fieldset className="no-print">
      <legend className="mb-1.5 text-ink-3 text-sm">
        <Trans>Language</Trans>
      </legend>
      <div className="flex overflow-hidden rounded-md border border-line-strong">
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={i18n.locale === language}
            onClick={() => chooseLanguage(language)}
            className="min-h-10 flex-1 px-2 -outline-offset-3 hover:bg-sunken aria-pressed:bg-ink aria-pressed:font-semibold aria-pressed:text-paper"
          >
            {languageNames[language]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
