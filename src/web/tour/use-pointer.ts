import { type RefObject, useEffect, useState } from 'react'
import { placePanel, scrollFor } from './place-panel.ts'

const ringWidth = 7

/** So long after a target was found, what comes late may still move it into sight; then the reader scrolls. */
const settlingMs = 1_500

/**
 * Keeps ring and panel where the target is: it may come with the next page, move, or stand behind the phone's
 * "More". Of several targets the first that is visible counts.
 * @returns whether the target is found only behind "More"
 */
export function usePointer(
  targets: readonly string[],
  panel: RefObject<HTMLElement | null>,
  ring: RefObject<HTMLElement | null>,
): boolean {
  const [isUnderMore, setIsUnderMore] = useState(false)
  useEffect(() => {
    let pointed: { at: HTMLElement | null; until: number } = { at: null, until: 0 }
    let frame = 0
    const arrange = () => {
      if (!panel.current || !ring.current) return
      const found = visible(targets)
      if (found !== pointed.at) pointed = { at: found, until: performance.now() + settlingMs }
      setIsUnderMore(found?.dataset.tour === 'more-pages')
      const { width, height } = panel.current.getBoundingClientRect()
      const view = {
        width: document.documentElement.clientWidth,
        height: window.innerHeight,
        bar: visible(['[data-phone-bar]'])?.offsetHeight ?? 0,
      }
      if (found && !isFixed(found) && performance.now() < pointed.until) {
        const away = scrollFor(found.getBoundingClientRect(), { width, height }, view)
        if (Math.abs(away) > 1) window.scrollBy({ top: away, behavior: 'instant' })
      }
      const target = found?.getBoundingClientRect() ?? null
      const place = placePanel(target, { width, height }, view)
      put(panel.current, place)
      ring.current.hidden = target === null
      if (target) put(ring.current, withinSight(target, view))
    }
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(arrange)
    }
    arrange()
    const grown = new ResizeObserver(later)
    grown.observe(document.body)
    if (panel.current) grown.observe(panel.current)
    const changed = new MutationObserver(later)
    changed.observe(document.body, { childList: true, subtree: true })
    window.addEventListener('scroll', later, { capture: true, passive: true })
    window.addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      grown.disconnect()
      changed.disconnect()
      window.removeEventListener('scroll', later, { capture: true })
      window.removeEventListener('resize', later)
    }
  }, [targets, panel, ring])
  return isUnderMore
}

function visible(selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors)
    for (const element of document.querySelectorAll<HTMLElement>(selector))
      if (element.checkVisibility()) return element
  return null
}

function isFixed(element: Element | null): boolean {
  if (!element) return false
  return getComputedStyle(element).position === 'fixed' || isFixed(element.parentElement)
}

/** Room for the ring at the edge of the window, where the phone's bar and the header are. */
function withinSight(target: DOMRect, view: { width: number; height: number }) {
  const top = Math.max(target.top, Math.min(ringWidth, target.bottom))
  const left = Math.max(target.left, ringWidth)
  const bottom = Math.min(target.bottom, Math.max(view.height - ringWidth, target.top))
  const right = Math.min(target.right, view.width - ringWidth)
  return { top, left, width: right - left, height: bottom - top }
}

function put(element: HTMLElement, { top, left, width, height }: Partial<DOMRect>) {
  for (const [name, value] of Object.entries({ top, left, width, height }))
    if (value !== undefined) element.style.setProperty(name, `${value}px`)
}
