import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useCurrentTitle } from './page-title.tsx'

/** On a new page: the title is announced, and focus and reading begin at its content. */
export function ArrivalNotice() {
  const title = useCurrentTitle()
  const { pathname, hash } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    // Who is shown around goes on from the tour's own buttons.
    if (hash || document.activeElement?.closest('[data-tour-panel]')) return
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname, hash])
  return (
    <div aria-live="polite" aria-atomic="true" className="sr-only">
      {title}
    </div>
  )
}
