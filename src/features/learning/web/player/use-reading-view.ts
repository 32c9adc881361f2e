import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

/** Sizes of the lesson's text as multiples of the usual one. */
const sizes = [0.9, 1, 1.15, 1.3, 1.5] as const
const storageKey = 'officina.lesson-text-size'

export type ReadingView = {
  /** Nothing but the lesson. */
  isFocused: boolean
  setFocused: (isFocused: boolean) => void
  areNotesOpen: boolean
  setNotesOpen: (areOpen: boolean) => void
  textScale: number
  larger: (() => void) | null
  smaller: (() => void) | null
}

/** How the lesson is shown: focus and notes stand in the address, the text's size stays with the browser. */
export function useReadingView(): ReadingView {
  const [search, setSearch] = useSearchParams()
  const [size, setSize] = useState(storedSize)
  const isFocused = search.has('focus')
  const set = (name: 'focus' | 'notes', isOn: boolean) =>
    setSearch(
      (known) => {
        const next = new URLSearchParams(known)
        if (isOn) next.set(name, 'on')
        else next.delete(name)
        return next
      },
      { replace: true, preventScrollReset: true },
    )

  useEffect(() => {
    if (!isFocused) return
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) set('focus', false)
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  })

  const choose = (index: number) => () => {
    setSize(index)
    try {
      localStorage.setItem(storageKey, String(index))
    } catch {
      // Holds for this visit, then.
    }
  }
  return {
    isFocused,
    setFocused: (isOn) => set('focus', isOn),
    areNotesOpen: search.has('notes'),
    setNotesOpen: (isOn) => set('notes', isOn),
    textScale: sizes[size] ?? 1,
    larger: size < sizes.length - 1 ? choose(size + 1) : null,
    smaller: size > 0 ? choose(size - 1) : null,
  }
}

function storedSize(): number {
  try {
    const stored = Number(localStorage.getItem(storageKey) ?? 1)
    return sizes[stored] ? stored : 1
  } catch {
    return 1
  }
}
