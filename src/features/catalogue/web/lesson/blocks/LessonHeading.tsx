import type { BlockOf } from '../../../model/lesson-document.ts'
import { anchorOf } from '../anchor-of.ts'
import { Inlines } from '../Inlines.tsx'

export function LessonHeading({ block }: { block: BlockOf<'heading'> }) {
  const Heading = block.level === 2 ? 'h2' : 'h3'
  return (
    <Heading id={anchorOf(block.id)}>
      <Inlines of={block.children} />
    </Heading>
  )
}
