import { Trans, useLingui } from '@lingui/react/macro'
import { Ellipsis } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import { Icon } from '../design-system/Icon.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { type NavigationEntry, navigationFor, tourMark } from './navigation.ts'

/** The main way on a phone: up to four pages under the thumb, the rest one press away. */
export function PhoneBar() {
  const { t } = useLingui()
  const { key } = useLocation()
  const sheet = useRef<HTMLDivElement>(null)
  const entries = navigationFor(useMe())
  // biome-ignore lint/correctness/useExhaustiveDependencies: each navigation closes it
  useEffect(() => sheet.current?.hidePopover(), [key])
  if (entries.length === 0) return null
  const shown = entries.length > 5 ? entries.slice(0, 4) : entries
  const rest = entries.slice(shown.length)
  return (
    <nav
      aria-label={t`Main`}
      data-phone-bar
      className="no-print fixed inset-x-0 bottom-0 z-40 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] wide:hidden short:static"
    >
      <ul className="mx-auto flex max-w-2xl">
        {shown.map((entry) => (
          <li key={entry.to} className="min-w-0 flex-1">
            <BarLink entry={entry} />
          </li>
        ))}
        {rest.length > 0 && (
          <li className="min-w-0 flex-1">
            <button
              type="button"
              popoverTarget="more-pages"
              data-tour="more-pages"
              className={barItem}
            >
              <Icon of={Ellipsis} />
              <Trans>More</Trans>
            </button>
            <div
              ref={sheet}
              id="more-pages"
              popover="auto"
              className="fixed inset-auto inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-h-[calc(100dvh-4rem)] w-full overflow-y-auto border-line border-t bg-surface p-0 text-ink"
            >
              <ul className="py-2">
                {rest.map((entry) => (
                  <li key={entry.to}>
                    <NavLink
                      to={entry.to}
                      className="flex min-h-12 items-center gap-4 px-6 text-ink no-underline -outline-offset-3 aria-[current=page]:font-semibold aria-[current=page]:text-brand"
                    >
                      <Icon of={entry.icon} />
                      {t(entry.label)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        )}
      </ul>
    </nav>
  )
}

const barItem =
  'flex w-full flex-col items-center gap-0.5 border-transparent border-t-3 px-0.5 pt-1.5 pb-2 text-[0.8125rem] leading-tight text-ink-2 no-underline -outline-offset-3 aria-[current=page]:border-brand aria-[current=page]:font-bold aria-[current=page]:text-brand not-aria-[current=page]:forced-colors:border-[Canvas]'

function BarLink({ entry }: { entry: NavigationEntry }) {
  const { t } = useLingui()
  return (
    <NavLink
      to={entry.to}
      data-tour={tourMark(entry)}
      end={entry.to === paths.home()}
      className={barItem}
    >
      <Icon of={entry.icon} />
      <span className="w-full truncate text-center">{t(entry.short ?? entry.label)}</span>
    </NavLink>
  )
}
