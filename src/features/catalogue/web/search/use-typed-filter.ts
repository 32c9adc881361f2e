import { useEffect, useEffectEvent, useState } from 'react'

const pauseMs = 250

/** What is being typed, told on after a pause. A change from elsewhere, such as "back", replaces it. */
export function useTypedFilter(value: string, tell: (typed: string) => void) {
  const [typed, setTyped] = useState(value)
  const [told, setTold] = useState(value)
  if (value !== told) {
    setTold(value)
    if (value !== typed.trim()) setTyped(value)
  }
  const tellNow = useEffectEvent(() => {
    if (typed.trim() !== value) tell(typed.trim())
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter starts the pause anew
  useEffect(() => {
    const timer = window.setTimeout(() => tellNow(), pauseMs)
    return () => window.clearTimeout(timer)
  }, [typed])
  return [typed, setTyped] as const
}
