import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { RefObject } from 'react'
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
  return (
    <aside
      aria-labelledby="notes"
      className="no-print z-20 grid max-h-dvh w-full content-start gap-5 overflow-y-auto border-line bg-surface px-5 py-5 max-xl:fixed max-xl:inset-y-0 max-xl:end-0 max-xl:max-w-96 max-xl:border-s max-xl:shadow-raised xl:sticky xl:top-0 xl:w-80 xl:border-s xl:pb-24"
    >
      <div className="flex items-start gap-2">
        <div className="flex-1">
          <h2 id="notes" className="text-lg">
            <Trans>My notes</Trans>
          </h2>
          <p className="text-ink-3 text-sm">
            <Trans>Only you can see them.</Trans>
          </p>
        </div>
        <IconButton icon={X} label={t`Close the notes`} onPress={onClose} className="-me-2 -mt-2" />
      </div>
      <NoteForm notes={notes} article={article} />
      <NoteList notes={notes} article={article} />
      <NotesExport courseId={courseId} />
    </aside>
  )
}
