import { Trans } from '@lingui/react/macro'
import { Logo } from '../design-system/Logo.tsx'
import { BusyNotice } from './BusyNotice.tsx'

/** Between the first paint and the first answer of the server. */
export function StartingPage() {
  return (
    <>
      <BusyNotice />
      <div
        role="status"
        className="appear-late grid min-h-dvh place-content-center gap-4 text-ink-2"
      >
        <Logo />
        <Trans>Opening…</Trans>
      </div>
    </>
  )
}
