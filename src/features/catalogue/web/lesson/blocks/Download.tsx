import { FileDown } from 'lucide-react'
import { Icon } from '../../../../../web/design-system/Icon.tsx'
import type { BlockOf } from '../../../model/lesson-document.ts'
import { courseFileAddress } from '../course-file-address.ts'

export function Download({ block }: { block: BlockOf<'download'> }) {
  return (
    <p className="border-line border-y py-3 font-sans text-base">
      <a
        href={courseFileAddress(block.src)}
        download
        className="inline-flex min-h-11 items-center gap-2"
      >
        <Icon of={FileDown} />
        {block.title}
      </a>
    </p>
  )
}
