import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Tour } from '../../contract/tour.ts'
import { buttonLook } from '../design-system/button-look.ts'
import { stepsOf } from './tour-steps.ts'
import { usePointer } from './use-pointer.ts'

/**
 * Says one thing at a time and frames it on the page, which stays usable throughout: the keyboard may leave the
 * panel, and Escape or its button ends the tour from anywhere.
 */
export function TourPanel({ tour, onClose }: { tour: Tour; onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const panel = useRef<HTMLElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  const steps = stepsOf[tour]
  const [index, setIndex] = useState(0)
  const step = steps[index] ?? steps[0]
  const isUnderMore = usePointer(step.targets, panel, ring)
  const number = index + 1
  const count = steps.length

  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  const open = useEffectEvent((address: string | undefined) => {
    if (address && address !== pathname) void navigate(address)
  })
  useEffect(() => open(step.at), [step.at])
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector(opened))
        close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <section
        ref={panel}
        data-tour-panel
        tabIndex={-1}
        aria-labelledby="tour-name tour-title"
        aria-describedby="tour-text"
        className="no-print fixed z-50 max-h-[60dvh] w-[calc(100vw-1.5rem)] overflow-y-auto rounded-lg border border-line-strong bg-surface px-5 pt-1 pb-4 shadow-raised outline-none sm:w-96"
      >
        <div className="flex min-h-11 items-center justify-between gap-4">
          <p id="tour-name" className="text-ink-3 text-sm">
            <Trans>
              Tour · step {number} of {count}
            </Trans>
          </p>
          {number < count && (
            <button
              type="button"
              className={`${buttonLook('link')} -me-2 min-h-11 px-2`}
              onClick={onClose}
            >
              <Trans>Skip the rest</Trans>
            </button>
          )}
        </div>
        <div aria-live="polite" aria-atomic="true" className="mb-4 grid gap-1.5">
          <h2 id="tour-title" className="text-lg">
            {t(step.title)}
          </h2>
          <div id="tour-text" className="grid gap-1.5 text-ink-2">
            <p>{t(step.text)}</p>
            {isUnderMore && (
              <p>
                <Trans>On this screen you find it under “More”.</Trans>
              </p>
            )}
          </div>
        </div>
        <div className="flex flex-wrap items-center justify-end gap-2">
          {index > 0 && (
            <button
              type="button"
              className={buttonLook('quiet')}
              onClick={() => {
                // On the first step this button goes.
                if (index === 1) next.current?.focus()
                setIndex(index - 1)
              }}
            >
              <Trans context="tour">Back</Trans>
            </button>
          )}
          <button
            ref={next}
            type="button"
            className={buttonLook('primary')}
            onClick={() => (number < count ? setIndex(index + 1) : onClose())}
          >
            {number < count ? (
              <Trans context="tour">Next</Trans>
            ) : (
              <Trans context="tour">Done</Trans>
            )}
          </button>
        </div>
      </section>
      <div
        ref={ring}
        hidden
        aria-hidden="true"
        className="no-print pointer-events-none fixed z-[45] rounded-sm outline-3 outline-brand outline-offset-4"
      />
    </>
  )
}

/** What Escape closes first. */
const opened = ':popover-open, [role="dialog"], [role="alertdialog"], [role="listbox"]'
