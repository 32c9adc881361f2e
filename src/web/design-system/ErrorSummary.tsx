import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'

export type FormProblem = {
  /** `id` of the control it leads to; absent when it concerns the whole form. */
  fieldId?: string | undefined
  text: string
}

/** On top of a form that was refused: takes the focus, and each line leads to its field. */
export function ErrorSummary({ problems }: { problems: readonly FormProblem[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="rounded-md border-3 border-late bg-surface px-5 py-4"
    >
      <h2 id="error-summary-title" className="text-lg">
        <Trans>There is a problem</Trans>
      </h2>
      <ul className="mt-2 grid gap-1">
        {problems.map(({ fieldId, text }) => (
          <li key={`${fieldId}:${text}`} className="font-semibold text-late">
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                className="text-late hover:text-late"
                onClick={(event) => {
                  event.preventDefault()
                  goToField(fieldId)
                }}
              >
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function goToField(fieldId: string) {
  const target = document.getElementById(fieldId)
  const control = target?.matches('input, select, textarea')
    ? target
    : target?.querySelector<HTMLElement>('input, select, textarea, button')
  target?.scrollIntoView({ block: 'center' })
  ;(control ?? target)?.focus({ preventScroll: true })
}
