import { useEffect, useEffectEvent, useRef, useState } from 'react'

const pauseMs = 1000

/** Text that is saved when the writer pauses, leaves the field or leaves the page. */
export function useSavedText(initial: string, save: (text: string) => void) {
  const [text, setText] = useState(initial)
  const savedText = useRef(initial)
  const latestText = useRef(initial)

  const saveNow = () => {
    if (latestText.current === savedText.current) return
    savedText.current = latestText.current
    save(latestText.current)
  }
  const onPause = useEffectEvent(saveNow)

  useEffect(() => {
    latestText.current = text
    const timer = window.setTimeout(() => onPause(), pauseMs)
    return () => window.clearTimeout(timer)
  }, [text])
  useEffect(() => () => onPause(), [])

  return { text, setText, saveNow }
}
