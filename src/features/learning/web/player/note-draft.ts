import type { WordsAnchor } from './text-range.ts'

/** Words chosen for the note that is about to be written: told by the text, taken up by the panel. */
let anchor: WordsAnchor | null = null
const listeners = new Set<() => void>()

export function startNote(words: WordsAnchor | null): void {
  anchor = words
  for (const listener of listeners) listener()
}

export const draftAnchor = () => anchor

export function subscribeToDraft(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
