import { Trans, useLingui } from '@lingui/react/macro'
import { Highlighter, NotebookPen } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { lessonBlocks } from './lesson-blocks.ts'
import { startNote } from './note-draft.ts'
import { anchorOfSelection, type WordsAnchor } from './text-range.ts'
import type { Notes } from './use-notes.ts'

type Selected = { anchor: WordsAnchor; top: number; left: number }

const look =
  'inline-flex min-h-11 items-center gap-2 px-3.5 font-semibold -outline-offset-3 hover:bg-sunken'

/** Stands by words that are selected; who works without selecting finds the same in the notes panel. */
export function SelectionTools({
  article,
  notes,
  onNote,
}: {
  article: RefObject<HTMLElement | null>
  notes: Notes
  onNote: () => void
}) {
  const { t } = useLingui()
  const selected = useSelectedWords(article)
  if (!selected) return null
  const { anchor, top, left } = selected
  const done = () => window.getSelection()?.removeAllRanges()
  return (
    <div
      role="toolbar"
      aria-label={t`Selected words`}
      className="no-print absolute z-20 flex -translate-x-1/2 overflow-hidden rounded-md border border-line-strong bg-surface shadow-raised max-sm:fixed max-sm:inset-x-4 max-sm:bottom-20 max-sm:translate-x-0 max-sm:justify-center"
      style={window.innerWidth < 640 ? undefined : { top, left }}
      // A press here must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
    >
      <button
        type="button"
        className={look}
        onClick={() => {
          void notes.write({ kind: 'highlight', anchor, body: '' })
          done()
        }}
      >
        <Icon of={Highlighter} size={18} />
        <Trans>Highlight</Trans>
      </button>
      <button
        type="button"
        className={look}
        onClick={() => {
          startNote(anchor)
          onNote()
          done()
        }}
      >
        <Icon of={NotebookPen} size={18} />
        <Trans>Note on this</Trans>
      </button>
    </div>
  )
}

function useSelectedWords(article: RefObject<HTMLElement | null>): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    let wait = 0
    const read = () => {
      const selection = window.getSelection()
      const anchor = anchorOfSelection(selection, lessonBlocks(article.current))
      if (!anchor || !selection) return setSelected(null)
      const box = selection.getRangeAt(0).getBoundingClientRect()
      setSelected({
        anchor,
        top: window.scrollY + box.bottom + 10,
        left: Math.max(140, window.scrollX + box.left + box.width / 2),
      })
    }
    const later = () => {
      window.clearTimeout(wait)
      wait = window.setTimeout(read, 250)
    }
    document.addEventListener('selectionchange', later)
    return () => {
      window.clearTimeout(wait)
      document.removeEventListener('selectionchange', later)
    }
  }, [article])
  return selected
}
