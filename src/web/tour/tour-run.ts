import { type ComponentType, useSyncExternalStore } from 'react'
import type { Tour } from '../../contract/tour.ts'
import { loadTextsOf } from '../i18n/language.ts'

type RunningTour = {
  tour: Tour
  Panel: ComponentType<{ tour: Tour; onClose: () => void }>
  /** Where the keyboard was; it goes back there. */
  begunFrom: Element | null
}

let running: RunningTour | null = null
const listeners = new Set<() => void>()

export function useRunningTour(): RunningTour | null {
  return useSyncExternalStore(subscribe, () => running)
}

/** Throws when the tour cannot be loaded: most people never take one, so it comes when it is asked for. */
export async function beginTour(tour: Tour): Promise<void> {
  const begunFrom = document.activeElement
  const [{ TourPanel }] = await Promise.all([import('./TourPanel.tsx'), loadTextsOf(texts)])
  change({ tour, Panel: TourPanel, begunFrom })
}

export function endTour(): void {
  const begunFrom = running?.begunFrom
  change(null)
  const goesOn = begunFrom?.isConnected ? begunFrom : document.getElementById('main')
  if (goesOn instanceof HTMLElement) goesOn.focus({ preventScroll: true })
}

const texts = import.meta.glob<{ messages: Record<string, string> }>('./locales/*.po')

function change(next: RunningTour | null) {
  running = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
