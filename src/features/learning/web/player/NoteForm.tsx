import { Trans, useLingui } from '@lingui/react/macro'
import { type RefObject, useState, useSyncExternalStore } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { TextArea } from '../../../../web/design-system/TextArea.tsx'
import { lessonBlocks } from './lesson-blocks.ts'
import { draftAnchor, startNote, subscribeToDraft } from './note-draft.ts'
import { anchorOfBlock } from './text-range.ts'
import type { Notes } from './use-notes.ts'

const mostCharacters = 10_000

/** A note of the lesson, or of words in it: those selected, or a paragraph chosen from the list. */
export function NoteForm({
  notes,
  article,
}: {
  notes: Notes
  article: RefObject<HTMLElement | null>
}) {
  const { t } = useLingui()
  const anchor = useSyncExternalStore(subscribeToDraft, draftAnchor)
  const [body, setBody] = useState('')
  const [isSaving, setIsSaving] = useState(false)
  const [paragraphs] = useState(() => paragraphsOf(lessonBlocks(article.current)))

  const keep = async () => {
    setIsSaving(true)
    await notes.write({ kind: body.trim() ? 'note' : 'highlight', anchor, body: body.trim() })
    setBody('')
    startNote(null)
    setIsSaving(false)
  }

  return (
    <div className="grid gap-3">
      <Select
        label={<Trans>About which part</Trans>}
        value={anchor ? String(anchor.block) : ''}
        onChange={(block) =>
          startNote(
            block === '' ? null : anchorOfBlock(lessonBlocks(article.current), Number(block)),
          )
        }
        options={[
          { value: '', label: t`The whole lesson` },
          ...paragraphs.map(({ block, start }) => ({ value: String(block), label: start })),
        ]}
      />
      {anchor && (
        <blockquote className="line-clamp-4 border-due border-s-3 ps-3 text-ink-2 text-sm">
          {anchor.quote}
        </blockquote>
      )}
      <TextArea
        label={<Trans>Note</Trans>}
        rows={3}
        maxLength={mostCharacters}
        value={body}
        onChange={setBody}
        autoFocus={anchor !== null}
      />
      <div>
        <Button
          look="quiet"
          isPending={isSaving}
          isDisabled={!anchor && body.trim() === ''}
          onPress={() => void keep()}
        >
          {anchor && body.trim() === '' ? <Trans>Highlight</Trans> : <Trans>Save the note</Trans>}
        </Button>
      </div>
    </div>
  )
}

/** Blocks that hold text, by their first words. */
function paragraphsOf(blocks: readonly Element[]) {
  return blocks.flatMap((element, block) => {
    const text = (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ')
    if (!anchorOfBlock(blocks, block)) return []
    return [{ block, start: text.length > 60 ? `${text.slice(0, 60)}…` : text }]
  })
}
