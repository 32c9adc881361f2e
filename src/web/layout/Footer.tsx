import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { languageNames, languages } from '../i18n/language.ts'
import { paths } from '../paths.ts'
import { useChoices } from './use-choices.ts'

export function Footer() {
  const { t, i18n } = useLingui()
  const { chooseLanguage } = useChoices()
  return (
    <footer className="border-line border-t pb-20 text-ink-2 text-sm wide:pb-0 short:pb-0">
      <div className="mx-auto flex max-w-[77.5rem] flex-wrap items-center gap-x-6 gap-y-2 px-4 py-5 md:px-6">
        <FooterLink to={paths.help()}>
          <Trans>Help</Trans>
        </FooterLink>
        <FooterLink to={paths.accessibility()}>
          <Trans>Accessibility statement</Trans>
        </FooterLink>
        <ul aria-label={t`Language`} className="-mx-2 flex flex-wrap gap-x-1 sm:ms-auto">
          {languages.map((language) => (
            <li key={language}>
              <button
                type="button"
                lang={language}
                aria-pressed={i18n.locale === language}
                onClick={() => chooseLanguage(language)}
                className="min-h-8 px-2 underline decoration-1 underline-offset-3 hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:no-underline"
              >
                {languageNames[language]}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}

function FooterLink({ to, children }: { to: string; children: React.ReactNode }) {
  return (
    <Link to={to} className="flex min-h-8 items-center text-ink-2">
      {children}
    </Link>
  )
}
