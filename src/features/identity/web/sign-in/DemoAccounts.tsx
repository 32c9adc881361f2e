import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import type { Role } from '../../../../contract/permission.ts'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { Spinner } from '../../../../web/design-system/Spinner.tsx'
import { roleDeeds, roleNames } from '../role-names.ts'

/** One press a role; only where demonstration data is loaded. */
export function DemoAccounts({
  accounts,
  busyEmail,
  onChoose,
}: {
  accounts: readonly { email: string; displayName: string; unitName: string; role: Role }[]
  busyEmail: string | null
  onChoose: (email: string) => void
}) {
  const { t } = useLingui()
  return (
    <section aria-labelledby="demo-title">
      <h2 id="demo-title">
        <Trans>Look around as …</Trans>
      </h2>
      <p className="mt-1 mb-4 max-w-[60ch] text-ink-2">
        <Trans>
          These are invented people in a demonstration region. Choose one: no password is needed.
        </Trans>
      </p>
      <ul className="border-ink border-t-2">
        {accounts.map(({ email, displayName, unitName, role }) => (
          <li key={email} className="border-line border-b">
            <button
              type="button"
              disabled={busyEmail !== null}
              onClick={() => onChoose(email)}
              className="group grid min-h-14 w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-2 py-3 text-start -outline-offset-3 hover:bg-sunken disabled:cursor-progress"
            >
              <span>
                <span className="font-semibold text-brand text-lg group-hover:underline">
                  {role === 'learner' ? t`Clerk` : t(roleNames[role])}
                </span>
                <span className="block text-ink-2">{t(roleDeeds[role])}</span>
                <span className="block text-ink-3 text-sm">
                  {displayName} · {unitName}
                </span>
              </span>
              {busyEmail === email ? (
                <Spinner />
              ) : (
                <Icon of={ChevronRight} className="text-ink-3" />
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
