import { Trans } from '@lingui/react/macro'
import { Scale } from 'lucide-react'
import { Icon } from '../../../../../web/design-system/Icon.tsx'
import type { BlockOf } from '../../../model/lesson-document.ts'

export function LawQuotation({
  block,
  children,
}: {
  block: BlockOf<'law'>
  children: React.ReactNode
}) {
  return (
    <div className="border-info border-s-3 py-1 ps-5 font-sans text-base text-ink-2">
      <p className="mb-1 flex items-start gap-2 font-bold text-ink">
        <Icon of={Scale} className="mt-0.5 text-info" />
        {block.reference}
      </p>
      {children}
      <p className="mt-2">
        <a href={block.url}>
          <Trans>Text of the act</Trans>
        </a>
      </p>
    </div>
  )
}
