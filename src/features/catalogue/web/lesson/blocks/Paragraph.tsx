import type { BlockOf } from '../../../model/lesson-document.ts'
import { Inlines } from '../Inlines.tsx'

export function Paragraph({ block }: { block: BlockOf<'paragraph'> }) {
  const [first] = block.children
  // A spoken line hangs from its dash.
  const isSpoken = first?.type === 'text' && /^[–—] /.test(first.text)
  return (
    <p className={`mb-[1em] last:mb-0 ${isSpoken ? 'ps-[0.75em] -indent-[0.75em]' : ''}`}>
      <Inlines of={block.children} />
    </p>
  )
}
