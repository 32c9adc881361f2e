import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { CourseId } from '../../../../contract/primitives.ts'
import { IconButton } from '../../../../web/design-system/IconButton.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoteList } from './NoteList.tsx'
import { NotesExport } from './NotesExport.tsx'
import type { Notes } from './use-notes.ts'

/** Beside the lesson on a wide screen, over it on a narrow one. */
export function NotesPanel({
  courseId,
  notes,
  article,
  onClose,
}: {
  courseId: CourseId
  notes: Notes
  article: RefObject<HTMLElement | null>
  onClose: () => void
}) {
  const { t } = useLingui()
  const panel = useRef<HTMLElement>(null)
  useFocusInside(panel)
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      aria-labelledby="notes"
      className="no-print w-full border-line border-s bg-surface max-xl:fixed max-xl:inset-y-0 max-xl:end-0 max-xl:z-30 max-xl:max-w-96 max-xl:overflow-y-auto max-xl:shadow-raised xl:w-80 xl:shrink-0"
    >
      <div className="grid content-start gap-5 px-5 py-5 xl:sticky xl:top-13 xl:max-h-[calc(100dvh-8rem)] xl:overflow-y-auto">
        <div className="flex items-start gap-2">
          <div className="flex-1">
            <h2 id="notes" className="text-lg">
              <Trans>My notes</Trans>
            </h2>
            <p className="text-ink-3 text-sm">
              <Trans>Only you can see them.</Trans>
            </p>
          </div>
          <IconButton
            icon={X}
            label={t`Close the notes`}
            onPress={onClose}
            className="-me-2 -mt-2"
          />
        </div>
        <NoteForm notes={notes} article={article} />
        <NoteList notes={notes} article={article} />
        <NotesExport courseId={courseId} />
      </div>
    </aside>
  )
}

/** Where the panel lies over the lesson, the keyboard goes into it, and back to where it was. */
function useFocusInside(panel: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = panel.current
    const before = document.activeElement
    if (!element || window.matchMedia('(width >= 80rem)').matches) return
    if (!element.contains(before)) element.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [panel])
}
