import { Trans } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../../../../../web/design-system/Button.tsx'
import { Icon } from '../../../../../web/design-system/Icon.tsx'

/** A story to think about before one good answer is shown. */
export function CaseStudy({
  title,
  story,
  label,
  answer,
}: {
  title: string
  story: React.ReactNode
  label: string
  answer: React.ReactNode
}) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <article
      aria-labelledby={`${id}-title`}
      className="rounded-lg border border-line bg-surface px-5 py-5 sm:px-6"
    >
      <p className="font-sans text-ink-3 text-sm">
        <Trans>Case from the counter</Trans>
      </p>
      <p id={`${id}-title`} className="mb-2 font-sans font-semibold text-lg">
        {title}
      </p>
      <div className="text-[1.0625rem] leading-[1.6]">{story}</div>
      <Button
        look="quiet"
        className="no-print mt-4 font-sans text-base"
        aria-expanded={isOpen}
        aria-controls={`${id}-answer`}
        onPress={() => setIsOpen(!isOpen)}
      >
        <Icon
          of={ChevronRight}
          className={`transition-transform duration-150 ${isOpen ? 'rotate-90' : ''}`}
        />
        {label}
      </Button>
      <div
        id={`${id}-answer`}
        className={`mt-5 border-brand border-s-3 ps-5 text-[1.0625rem] leading-[1.6] print:block ${isOpen ? '' : 'hidden'}`}
      >
        {answer}
      </div>
    </article>
  )
}
