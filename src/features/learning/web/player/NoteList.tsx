import { Trans, useLingui } from '@lingui/react/macro'
import { type RefObject, useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { TextArea } from '../../../../web/design-system/TextArea.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import type { Note } from '../../contract/notes.ts'
import { lessonBlocks } from './lesson-blocks.ts'
import { rangeOfAnchor } from './text-range.ts'
import type { Notes } from './use-notes.ts'

/** Notes in the order they were written. */
export function NoteList({
  notes,
  article,
}: {
  notes: Notes
  article: RefObject<HTMLElement | null>
}) {
  if (notes.all.length === 0)
    return (
      <p className="border-line border-y py-4 text-ink-2 text-sm">
        <Trans>
          Your notes on this lesson will be here. Select words in the text to highlight them, or
          write above.
        </Trans>
      </p>
    )
  return (
    <ul className="border-line border-t">
      {notes.all.map((note) => (
        <li key={note.noteId} className="grid gap-2 border-line border-b py-3.5">
          <NoteItem note={note} notes={notes} article={article} />
        </li>
      ))}
    </ul>
  )
}

function NoteItem({
  note,
  notes,
  article,
}: {
  note: Note
  notes: Notes
  article: RefObject<HTMLElement | null>
}) {
  const { t } = useLingui()
  const format = useFormat()
  const [isEditing, setIsEditing] = useState(false)
  const quote = note.anchor && 'quote' in note.anchor ? note.anchor : null
  const start = (quote?.quote ?? note.body).slice(0, 40)
  if (isEditing) return <NoteEdit note={note} notes={notes} onDone={() => setIsEditing(false)} />
  return (
    <>
      {quote && (
        <blockquote className="line-clamp-4 border-due border-s-3 ps-3 text-ink-2 text-sm">
          {quote.quote}
        </blockquote>
      )}
      {note.body && <p className="whitespace-pre-wrap">{note.body}</p>}
      {notes.placeOf(note.noteId) !== 'server' && (
        <p className="text-due text-sm">
          {notes.placeOf(note.noteId) === 'waiting' ? (
            <Trans>Kept on this device, will be sent</Trans>
          ) : (
            <Trans>Kept on this device alone: the server did not take it.</Trans>
          )}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-4 text-ink-3 text-sm">
        <time dateTime={note.updatedAt}>{format.dateShort(note.updatedAt)}</time>
        {quote && (
          <Button
            look="link"
            aria-label={t`Show in the text: ${start}`}
            onPress={() => {
              const range = rangeOfAnchor(quote, lessonBlocks(article.current))
              range?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
            }}
          >
            <Trans>Show</Trans>
          </Button>
        )}
        <Button
          look="link"
          aria-label={t`Change the note: ${start}`}
          onPress={() => setIsEditing(true)}
        >
          <Trans>Change</Trans>
        </Button>
        <Button
          look="link"
          aria-label={t`Remove the note: ${start}`}
          onPress={() => notes.remove(note.noteId)}
        >
          <Trans>Remove</Trans>
        </Button>
      </p>
    </>
  )
}

function NoteEdit({ note, notes, onDone }: { note: Note; notes: Notes; onDone: () => void }) {
  const [body, setBody] = useState(note.body)
  const keep = () =>
    notes
      .write({ noteId: note.noteId, kind: note.kind, anchor: note.anchor, body: body.trim() })
      .then(onDone)
  return (
    <>
      <TextArea
        label={<Trans>Note</Trans>}
        rows={4}
        maxLength={10_000}
        value={body}
        onChange={setBody}
        autoFocus
      />
      <div className="flex gap-3">
        <Button look="quiet" onPress={() => void keep()}>
          <Trans>Save the note</Trans>
        </Button>
        <Button look="link" onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </>
  )
}
