import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'

/** All questions at a glance; answered ones carry a tick and the word. */
export function QuestionSteps({
  answered,
  current,
  addressOf,
}: {
  answered: readonly boolean[]
  current: number | null
  addressOf: (question: number | 'check') => string
}) {
  const { t } = useLingui()
  return (
    <nav aria-label={t`All questions`} className="no-print mt-12 border-line border-t pt-5">
      <h2 className="text-lg">
        <Trans>All questions</Trans>
      </h2>
      <ol className="mt-3 flex flex-wrap gap-2">
        {answered.map((isAnswered, index) => {
          const number = index + 1
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a question's place on the paper is its key
            <li key={index}>
              <Link
                to={addressOf(number)}
                aria-current={current === number ? 'step' : undefined}
                aria-label={
                  isAnswered ? t`Question ${number}, answered` : t`Question ${number}, not answered`
                }
                className={`grid size-11 place-items-center rounded-md border font-semibold no-underline aria-[current]:border-2 aria-[current]:border-ink ${isAnswered ? 'border-done bg-done-soft text-done' : 'border-line-strong bg-surface text-ink'}`}
              >
                <span aria-hidden="true">{isAnswered ? `${number} ✓` : number}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
