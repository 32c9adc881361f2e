import { type RefObject, useEffect } from 'react'
import type { Note } from '../../contract/notes.ts'
import { lessonBlocks } from './lesson-blocks.ts'
import { rangeOfAnchor } from './text-range.ts'

const name = 'officina-notes'

/**
 * Paints the words that notes belong to, without touching the text. Browsers that cannot paint them still
 * list them beside the lesson.
 * @param textVersion changes when the words on the page do
 */
export function useHighlights(
  article: RefObject<HTMLElement | null>,
  notes: readonly Note[],
  textVersion: string,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words on the page are other ranges
  useEffect(() => {
    if (!('highlights' in CSS)) return
    const blocks = lessonBlocks(article.current)
    const ranges = notes.flatMap(({ anchor }) =>
      anchor && 'quote' in anchor ? (rangeOfAnchor(anchor, blocks) ?? []) : [],
    )
    CSS.highlights.set(name, new Highlight(...ranges))
    return () => {
      CSS.highlights.delete(name)
    }
  }, [article, notes, textVersion])
}
