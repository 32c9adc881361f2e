import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../../web/i18n/format.ts'

type Quiz = { questions: number; passMark: number; maxAttempts: number }

export function QuizRules({ quiz }: { quiz: Quiz }) {
  const { t } = useLingui()
  const format = useFormat()
  const { questions, maxAttempts } = quiz
  const passMark = format.percent(quiz.passMark)
  return (
    <section>
      <h2>
        <Trans>Quiz at the end</Trans>
      </h2>
      <p className="mt-2">
        {[
          t`${plural(questions, { one: '# question.', other: '# questions.' })}`,
          t`You pass with ${passMark} of the points.`,
          t`${plural(maxAttempts, { one: 'You have # attempt.', other: 'You have up to # attempts.' })}`,
        ].join(' ')}
      </p>
      <p className="mt-2 text-ink-2">
        <Trans>The course is completed when all lessons are read and the quiz is passed.</Trans>
      </p>
    </section>
  )
}
