import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { VisuallyHidden } from '../../../../../web/design-system/VisuallyHidden.tsx'
import type { BlockOf } from '../../../model/lesson-document.ts'
import { Inlines } from '../Inlines.tsx'
import { indicesIn } from '../indices-in.ts'
import { useLesson } from '../lesson-context.ts'
import { OptionInput } from '../OptionInput.tsx'

/** Ticks stay where they were left, on any device. */
export function Checklist({ block }: { block: BlockOf<'checklist'> }) {
  const { t } = useLingui()
  const { blockState, onBlockState } = useLesson()
  const given = indicesIn(blockState[block.id], block.items.length)
  const [ticked, setTicked] = useState(given)
  const [taken, setTaken] = useState(given.join())
  // Ticked on another device, and heard of only now.
  if (taken !== given.join()) {
    setTaken(given.join())
    setTicked(given)
  }
  const id = useId()
  const total = block.items.length
  const done = ticked.length

  const toggle = (index: number, isTicked: boolean) => {
    const next = indicesIn(
      isTicked ? [...ticked, index] : ticked.filter((each) => each !== index),
      total,
    )
    setTicked(next)
    onBlockState(block.id, next)
  }

  return (
    <fieldset className="rounded-lg border border-line bg-surface px-5 pt-4 pb-3 font-sans text-base sm:px-6">
      <legend className="sr-only">{block.title}</legend>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <span aria-hidden="true" className="font-semibold text-lg">
          {block.title}
        </span>
        <span className="text-ink-3 text-sm" aria-live="polite">
          <span aria-hidden="true">
            {done} / {total}
          </span>
          <VisuallyHidden>
            {t`${plural(done, { one: '# of {total} ticked', other: '# of {total} ticked' })}`}
          </VisuallyHidden>
        </span>
      </div>
      {block.items.map((item, index) => (
        <label
          // biome-ignore lint/suspicious/noArrayIndexKey: items never change places
          key={index}
          htmlFor={`${id}-${index}`}
          className="flex min-h-11 cursor-pointer items-start gap-3 border-line border-t py-2.5"
        >
          <OptionInput
            id={`${id}-${index}`}
            type="checkbox"
            checked={ticked.includes(index)}
            onChange={(event) => toggle(index, event.target.checked)}
          />
          <span>
            <Inlines of={item} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
