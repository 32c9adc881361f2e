import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { IconButton } from '../../../../web/design-system/IconButton.tsx'
import { VisuallyHidden } from '../../../../web/design-system/VisuallyHidden.tsx'
import type { QuestionView } from '../../web/question-view.ts'

/** Two buttons an item instead of dragging: the same for mouse, thumb, keyboard and screen reader. */
export function OrderItems({ question, response, onRespond }: QuestionView<'order'>) {
  const { t } = useLingui()
  const list = useRef<HTMLOListElement>(null)
  const [announcement, setAnnouncement] = useState('')
  const ids = response?.itemIds ?? question.items.map(({ id }) => id)
  const items = ids.flatMap((id) => question.items.filter((item) => item.id === id))

  const move = (from: number, by: -1 | 1) => {
    const moved = items[from]
    if (!moved) return
    const next = items.filter((item) => item !== moved)
    next.splice(from + by, 0, moved)
    onRespond({ type: 'order', itemIds: next.map(({ id }) => id) })
    const place = from + by + 1
    setAnnouncement(t`Now in place ${place}: ${moved.text}`)
    keepFocus(list.current, moved.id, by)
  }

  return (
    <fieldset className="grid min-w-0 gap-2.5">
      <legend className="mb-2.5 font-semibold">{question.prompt}</legend>
      <p className="text-ink-2 text-sm">
        <Trans>Move the items up or down until the first step stands on top.</Trans>
      </p>
      <ol ref={list} className="grid gap-2.5">
        {items.map((item, index) => (
          <li
            key={item.id}
            data-item={item.id}
            className="flex items-center gap-3 rounded-md border border-line-strong bg-surface py-2 ps-3.5 pe-2"
          >
            <span className="w-6 shrink-0 font-semibold text-ink-2">{index + 1}.</span>
            <span className="min-w-0 flex-1">{item.text}</span>
            <span className="flex shrink-0 max-sm:flex-col">
              <IconButton
                icon={ArrowUp}
                label={t`Move up: ${item.text}`}
                isDisabled={index === 0}
                onPress={() => move(index, -1)}
              />
              <IconButton
                icon={ArrowDown}
                label={t`Move down: ${item.text}`}
                isDisabled={index === items.length - 1}
                onPress={() => move(index, 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      <VisuallyHidden>
        <span aria-live="polite">{announcement}</span>
      </VisuallyHidden>
    </fieldset>
  )
}

/** The pressed button travels with its item; at the end of the list its sibling takes over. */
function keepFocus(list: HTMLOListElement | null, itemId: string, by: -1 | 1) {
  requestAnimationFrame(() => {
    const buttons = list?.querySelectorAll<HTMLButtonElement>(`[data-item="${itemId}"] button`)
    const [up, down] = buttons ?? []
    const wanted = by === -1 ? up : down
    ;(wanted?.disabled ? (by === -1 ? down : up) : wanted)?.focus()
  })
}
