import { Trans, useLingui } from '@lingui/react/macro'
import { Link, NavLink } from 'react-router'
import { LinkButton } from '../design-system/LinkButton.tsx'
import { Logo } from '../design-system/Logo.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { AccountPanel } from './AccountPanel.tsx'
import { navigationFor, tourMark } from './navigation.ts'

export function TopBar() {
  const { t } = useLingui()
  const me = useMe()
  const entries = navigationFor(me)
  return (
    <header className="relative border-line border-b bg-surface">
      <div className="mx-auto flex min-h-16 max-w-[77.5rem] items-center gap-7 px-4 md:px-6">
        <Link
          to={paths.home()}
          aria-label={t`Officina, start page`}
          className="flex min-h-11 items-center text-ink no-underline hover:text-ink"
        >
          <Logo />
        </Link>
        {entries.length > 0 && (
          <nav aria-label={t`Main`} className="hidden self-stretch wide:block">
            <ul className="flex h-full flex-wrap gap-1">
              {entries.map((entry) => (
                <li key={entry.to} className="flex min-h-16">
                  <NavLink
                    to={entry.to}
                    data-tour={tourMark(entry)}
                    end={entry.to === paths.home()}
                    className="flex items-center border-transparent border-y-3 px-3 text-ink-2 no-underline hover:border-b-line-strong hover:text-ink aria-[current=page]:border-b-brand aria-[current=page]:font-semibold aria-[current=page]:text-ink not-aria-[current=page]:forced-colors:border-[Canvas]"
                  >
                    {t(entry.label)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {/* Where all has no room, the office’s name gives way first. */}
        <div className="no-print ms-auto min-w-0 shrink-[999]">
          {me ? (
            <AccountPanel me={me} />
          ) : (
            <LinkButton to={paths.signIn()} look="quiet">
              <Trans>Sign in</Trans>
            </LinkButton>
          )}
        </div>
      </div>
    </header>
  )
}
