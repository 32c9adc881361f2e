import { type RefObject, useEffect, useState } from 'react'
import { placePanel, roomBelow, scrollFor } from './place-panel.ts'

const ringWidth = 7

/**
 * Keeps ring and panel where the target is: it may come with the next page, move, or stand behind the phone's
 * "More". Of several targets the first that is visible counts. The page is scrolled to it until the reader takes
 * over.
 * @returns whether the target is found only behind "More"
 */
export function usePointer(
  targets: readonly string[],
  panel: RefObject<HTMLElement | null>,
  ring: RefObject<HTMLElement | null>,
): boolean {
  const [isUnderMore, setIsUnderMore] = useState(false)
  useEffect(() => {
    let readerScrolls = false
    let frame = 0
    const arrange = () => {
      if (!panel.current || !ring.current) return
      const found = visible(targets)
      setIsUnderMore(found?.dataset.tour === 'more-pages')
      const { width, height } = panel.current.getBoundingClientRect()
      const view = {
        width: document.documentElement.clientWidth,
        height: window.innerHeight,
        bar: visible(['[data-phone-bar]'])?.offsetHeight ?? 0,
      }
      document.body.style.paddingBottom = `${roomBelow({ width, height }, view)}px`
      if (found && !readerScrolls && !isFixed(found)) {
        const away = scrollFor(found.getBoundingClientRect(), { width, height }, view)
        if (Math.abs(away) > 1) window.scrollBy({ top: away, behavior: 'instant' })
      }
      const target = found?.getBoundingClientRect() ?? null
      put(panel.current, placePanel(target, { width, height }, view))
      ring.current.hidden = target === null
      if (target) put(ring.current, withinSight(target, view))
    }
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(arrange)
    }
    const takeOver = (event: Event) => {
      const isInPanel = event.target instanceof Node && panel.current?.contains(event.target)
      const scrolls =
        event instanceof KeyboardEvent
          ? scrollKeys.includes(event.key)
          : /wheel|touch/.test(event.type)
      if (!isInPanel || scrolls) readerScrolls = true
    }
    arrange()
    const grown = new ResizeObserver(later)
    grown.observe(document.body)
    if (panel.current) grown.observe(panel.current)
    const changed = new MutationObserver(later)
    changed.observe(document.body, { childList: true, subtree: true })
    const away = new AbortController()
    const options = { capture: true, passive: true, signal: away.signal }
    for (const event of ['scroll', 'resize']) window.addEventListener(event, later, options)
    for (const event of ['wheel', 'touchmove', 'pointerdown', 'keydown', 'focusin'])
      document.addEventListener(event, takeOver, options)
    return () => {
      cancelAnimationFrame(frame)
      grown.disconnect()
      changed.disconnect()
      away.abort()
    }
  }, [targets, panel, ring])
  useEffect(() => () => void document.body.style.removeProperty('padding-bottom'), [])
  return isUnderMore
}

const scrollKeys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']

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

function put(element: HTMLElement, place: Record<string, number>) {
  for (const [name, value] of Object.entries(place)) element.style.setProperty(name, `${value}px`)
}
