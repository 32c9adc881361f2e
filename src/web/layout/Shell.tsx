import { Trans } from '@lingui/react/macro'
import { Outlet, ScrollRestoration } from 'react-router'
import { ArrivalNotice } from './ArrivalNotice.tsx'
import { BusyNotice } from './BusyNotice.tsx'
import { Footer } from './Footer.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { PendingBar } from './PendingBar.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { TitleProvider } from './page-title.tsx'
import { SessionWatch } from './SessionWatch.tsx'
import { ToastRegion } from './ToastRegion.tsx'
import { TopBar } from './TopBar.tsx'
import { TourPlace } from './TourPlace.tsx'
import { useFrame } from './use-frame.ts'

/** What stands around every page. */
export function Shell() {
  const bare = useFrame() === 'bare'
  return (
    <TitleProvider>
      <a
        href="#main"
        className="no-print fixed start-4 top-2 z-50 -translate-y-24 rounded-md bg-surface px-4 py-3 font-semibold focus:translate-y-0"
      >
        <Trans>Skip to content</Trans>
      </a>
      <TourPlace />
      <PendingBar />
      <div className="flex min-h-dvh flex-col print:block print:min-h-0">
        {bare ? null : <TopBar />}
        <OfflineNotice />
        <BusyNotice />
        <main
          id="main"
          tabIndex={-1}
          className={
            bare
              ? 'flex-1 outline-none'
              : 'mx-auto w-full max-w-[77.5rem] flex-1 px-4 pt-6 pb-16 outline-none md:px-6 md:pt-10 md:pb-20 print:pb-0'
          }
        >
          <Outlet />
        </main>
        {bare ? null : <Footer />}
      </div>
      {bare ? null : <PhoneBar />}
      <ToastRegion />
      <ArrivalNotice />
      <SessionWatch />
      <ScrollRestoration />
    </TitleProvider>
  )
}
