import type { BlockOf } from '../../../model/lesson-document.ts'
import { Drawing } from '../Drawing.tsx'

export function Figure({ block }: { block: BlockOf<'figure'> }) {
  return (
    <figure>
      <div className="rounded-lg border border-line bg-surface px-5 py-6 sm:px-8">
        <Drawing svg={block.svg} alt={block.alt} />
      </div>
      <figcaption className="mt-2.5 font-sans text-ink-2 text-sm">{block.caption}</figcaption>
    </figure>
  )
}
