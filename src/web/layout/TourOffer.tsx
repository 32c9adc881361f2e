import { Trans, useLingui } from '@lingui/react/macro'
import { buttonLook } from '../design-system/button-look.ts'
import { useMe } from '../session.ts'
import { useRunningTour } from '../tour/tour-run.ts'
import { tourToOffer } from '../tour/tours-of.ts'
import { useTour } from './use-tour.ts'

/** Offers to show around, once for each role; it stays until taken or declined and keeps nobody from working. */
export function TourOffer() {
  const { t } = useLingui()
  const me = useMe()
  const isRunning = useRunningTour() !== null
  const { begin, close } = useTour()
  const tour = me && tourToOffer(me)
  if (!tour || isRunning) return null
  return (
    <section
      aria-label={t`A short tour`}
      className="no-print mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border border-line bg-surface px-5.5 py-4"
    >
      <p className="min-w-0 flex-1 basis-72">
        <span className="font-semibold">
          <Trans>New here?</Trans>
        </span>{' '}
        <span className="text-ink-2">
          <Trans>In a minute we show you what you will need most.</Trans>
        </span>
      </p>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {/* Plain buttons: the start page carries no others. */}
        <button type="button" className={buttonLook('quiet')} onClick={() => void begin(tour)}>
          <Trans>Show me around</Trans>
        </button>
        <button
          type="button"
          className={`${buttonLook('link')} min-h-11`}
          onClick={() => {
            close(tour)
            document.getElementById('main')?.focus({ preventScroll: true })
          }}
        >
          <Trans>Not now</Trans>
        </button>
      </div>
    </section>
  )
}
