import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { BlockOf, Inline } from '../../../model/lesson-document.ts'
import { Inlines } from '../Inlines.tsx'

/** Scrolls in a place of its own when it is wider than the text, and can then be reached by keyboard. */
export function LessonTable({ block }: { block: BlockOf<'table'> }) {
  const { t } = useLingui()
  const { place, isWider } = useIsWider()
  const columns = block.head.map(textOf).join(', ')
  return (
    <section
      ref={place}
      aria-label={t`Table: ${columns}`}
      tabIndex={isWider ? 0 : undefined}
      className="overflow-x-auto rounded-sm"
    >
      <table className="w-full border-collapse font-sans text-base">
        <thead>
          <tr>
            {block.head.map((cell, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                key={index}
                scope="col"
                className="border-ink border-b-2 py-2.5 pe-4 text-start align-bottom font-semibold text-ink-2 text-sm last:pe-0"
              >
                <Inlines of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never change places
            <tr key={rowIndex}>
              {row.map((cell, index) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                  key={index}
                  className={`border-line border-b py-2.5 pe-4 align-top last:pe-0 ${widthFor(textOf(cell))}`}
                >
                  <Inlines of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Cells with sentences keep a width at which they can be read. */
const widthFor = (text: string) => (text.length > 24 ? 'min-w-44' : 'min-w-6')

const textOf = (inlines: Inline[]): string =>
  inlines
    .map((inline) =>
      'text' in inline ? inline.text : 'children' in inline ? textOf(inline.children) : ' ',
    )
    .join('')

function useIsWider() {
  const place = useRef<HTMLElement>(null)
  const [isWider, setIsWider] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setIsWider(element.scrollWidth > element.clientWidth + 1),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { place, isWider }
}
