import { Trans, useLingui } from '@lingui/react/macro'
import { CircleHelp, LogOut, ShieldCheck, UserRound } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { Avatar } from '../design-system/Avatar.tsx'
import { Icon } from '../design-system/Icon.tsx'
import { notify } from '../design-system/toast.ts'
import { paths } from '../paths.ts'
import { sendBeforeLeaving } from '../send-waiting.ts'
import { type Me, signOut } from '../session.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

const UnsentDialog = lazy(async () => ({
  default: (await import('./UnsentDialog.tsx')).UnsentDialog,
}))

/** Native popover: closes by Escape or a press outside, gives focus back, and costs no script. */
export function AccountPanel({ me }: { me: Me }) {
  const { t } = useLingui()
  const { key } = useLocation()
  const panel = useRef<HTMLDivElement>(null)
  // Nobody opens it before the page shows, which need not wait for it.
  const isFilled = useDeferredValue(true, false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each navigation closes it
  useEffect(() => panel.current?.hidePopover(), [key])

  const [leaving, setLeaving] = useState<'sending' | 'asked' | null>(null)

  async function leave() {
    setLeaving('sending')
    if (await sendBeforeLeaving(me).catch(() => false)) await leaveNow()
    else setLeaving('asked')
  }

  async function leaveNow() {
    setLeaving('sending')
    try {
      await signOut()
      // A page of its own: of who was here nothing stays in memory, and nothing shown asks on her behalf.
      window.location.assign(paths.signIn())
    } catch {
      notify({
        tone: 'late',
        text: t`You are still signed in: the server did not answer. Try again.`,
      })
    } finally {
      setLeaving(null)
    }
  }

  return (
    <>
      <button
        type="button"
        popoverTarget="account"
        data-tour="account"
        className="flex min-h-11 min-w-11 max-w-full items-center justify-end gap-2.5 rounded-md text-ink-2 hover:text-ink"
      >
        <span className="sr-only">{t`Your account: ${me.person.displayName}`}</span>
        <span className="hidden max-w-96 truncate roomy:block">{me.person.unitName}</span>
        <Avatar initials={me.person.initials} />
      </button>
      <div
        ref={panel}
        id="account"
        popover="auto"
        className="absolute inset-auto end-4 top-[4.25rem] w-80 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-surface p-0 text-ink shadow-raised md:end-[max(1.5rem,calc((100vw-77.5rem)/2+1.5rem))]"
      >
        {isFilled && <AccountChoices me={me} onLeave={leave} isLeaving={leaving !== null} />}
      </div>
      {leaving === 'asked' && (
        <Suspense>
          <UnsentDialog onStay={() => setLeaving(null)} onLeave={leaveNow} />
        </Suspense>
      )}
    </>
  )
}

function AccountChoices({
  me,
  onLeave,
  isLeaving,
}: {
  me: Me
  onLeave: () => void
  isLeaving: boolean
}) {
  return (
    <>
      <div className="border-line border-b px-5 py-4">
        <p className="font-semibold text-lg">{me.person.displayName}</p>
        <p className="text-ink-3 text-sm">{me.person.unitName}</p>
      </div>
      <ul className="py-2">
        {[
          { to: paths.me(), icon: UserRound, label: <Trans>Profile</Trans> },
          { to: paths.mySecurity(), icon: ShieldCheck, label: <Trans>Security</Trans> },
          { to: paths.help(), icon: CircleHelp, label: <Trans>Help</Trans> },
        ].map(({ to, icon, label }) => (
          <li key={to}>
            <Link
              to={to}
              className="flex min-h-11 items-center gap-3 px-5 text-ink no-underline -outline-offset-3 hover:bg-sunken hover:text-ink"
            >
              <Icon of={icon} className="text-ink-3" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <div className="grid gap-4 border-line border-t px-5 py-4">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <div className="border-line border-t py-2">
        <button
          type="button"
          onClick={onLeave}
          disabled={isLeaving}
          className="flex min-h-11 w-full items-center gap-3 px-5 text-start -outline-offset-3 hover:bg-sunken"
        >
          <Icon of={LogOut} className="text-ink-3" />
          <Trans context="oneself, not a device">Sign out</Trans>
        </button>
      </div>
    </>
  )
}
