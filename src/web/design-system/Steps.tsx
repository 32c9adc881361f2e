import { Trans } from '@lingui/react/macro'
import { Check } from 'lucide-react'

export type Step = {
  id: string
  state: 'done' | 'current' | 'ahead'
  title: React.ReactNode
  note?: React.ReactNode
}

const dots: Record<Step['state'], string> = {
  done: 'border-2 border-done bg-done text-surface',
  current: 'border-3 border-brand bg-surface',
  ahead: 'border-2 border-line-strong bg-surface',
}

/** A way with an order, seen from where the reader stands on it. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol>
      {steps.map(({ id, state, title, note }) => (
        <li
          key={id}
          aria-current={state === 'current' ? 'step' : undefined}
          className="relative grid grid-cols-[1.5rem_1fr] gap-3 pb-4 not-last:before:absolute not-last:before:start-[0.6875rem] not-last:before:top-6 not-last:before:bottom-0 not-last:before:w-0.5 not-last:before:bg-line last:pb-0"
        >
          <span
            aria-hidden="true"
            className={`grid size-6 place-items-center rounded-full ${dots[state]}`}
          >
            {state === 'done' && <Check size={14} strokeWidth={3} />}
          </span>
          <span>
            <span className={state === 'current' ? 'font-semibold' : ''}>{title}</span>
            {state === 'done' && (
              <span className="sr-only">
                {' '}
                <Trans>(done)</Trans>
              </span>
            )}
            {note && <span className="block text-ink-3 text-sm">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
