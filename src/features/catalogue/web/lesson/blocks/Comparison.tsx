import { Trans } from '@lingui/react/macro'
import { Check, type LucideIcon, X } from 'lucide-react'
import { Icon } from '../../../../../web/design-system/Icon.tsx'

type Side = { title: string; content: React.ReactNode }

/** Two ways to say it, side by side where there is room; sign and word tell them apart without colour. */
export function Comparison({ dont, better }: { dont: Side; better: Side }) {
  return (
    <div className="@container">
      <div className="grid rounded-lg border border-line bg-surface @lg:grid-cols-2">
        <OneSide icon={X} tone="text-late" word={<Trans>Not like this</Trans>} side={dont} />
        <OneSide
          icon={Check}
          tone="text-done"
          word={<Trans>Better like this</Trans>}
          side={better}
          className="border-line @max-lg:border-t @lg:border-s"
        />
      </div>
    </div>
  )
}

function OneSide({
  icon,
  tone,
  word,
  side,
  className = '',
}: {
  icon: LucideIcon
  tone: string
  word: React.ReactNode
  side: Side
  className?: string
}) {
  return (
    <div className={`px-5 py-4.5 ${className}`}>
      <p className={`flex items-center gap-1.5 font-sans font-semibold text-sm ${tone}`}>
        <Icon of={icon} size={18} />
        {word}
      </p>
      <p className="mb-2.5 font-sans font-semibold text-base">{side.title}</p>
      <div className="text-[1.0625rem] leading-normal [&_p]:mb-2">{side.content}</div>
    </div>
  )
}
