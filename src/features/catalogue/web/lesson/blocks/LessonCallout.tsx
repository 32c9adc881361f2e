import { Trans } from '@lingui/react/macro'
import { Lightbulb, type LucideIcon, Pin, TriangleAlert } from 'lucide-react'
import { Icon } from '../../../../../web/design-system/Icon.tsx'
import type { BlockOf } from '../../../model/lesson-document.ts'

type Kind = BlockOf<'callout'>['kind']

export function LessonCallout({ kind, children }: { kind: Kind; children: React.ReactNode }) {
  const look = looks[kind]
  return (
    <div
      role="note"
      className={`rounded-md px-5 py-4 font-sans text-base text-ink ${look.ground} [.contrast_&]:border [.contrast_&]:border-current`}
    >
      <p className={`mb-1 flex items-center gap-2 font-semibold ${look.word}`}>
        <Icon of={look.icon} />
        {look.label}
      </p>
      {children}
    </div>
  )
}

const looks: Record<
  Kind,
  { icon: LucideIcon; ground: string; word: string; label: React.ReactNode }
> = {
  tip: {
    icon: Lightbulb,
    ground: 'bg-brand-soft',
    word: 'text-brand-strong',
    label: <Trans>Tip</Trans>,
  },
  warning: {
    icon: TriangleAlert,
    ground: 'bg-due-soft',
    word: 'text-due',
    label: <Trans>Take care</Trans>,
  },
  remember: {
    icon: Pin,
    ground: 'bg-sunken',
    word: 'text-ink',
    label: <Trans>Remember</Trans>,
  },
}
