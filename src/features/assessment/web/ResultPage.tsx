import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Callout } from '../../../web/design-system/Callout.tsx'
import { LinkButton } from '../../../web/design-system/LinkButton.tsx'
import { PageHeader } from '../../../web/design-system/PageHeader.tsx'
import { useFormat } from '../../../web/i18n/format.ts'
import { paths } from '../../../web/paths.ts'
import { assessmentQueries } from './queries.ts'
import { idsOf } from './quiz-ids.ts'
import { ReviewedQuestion } from './ReviewedQuestion.tsx'
import { useReaderLanguage } from './reader-language.ts'

/** The result of one attempt, then each question with what was given, what is right, why, and what to reread. */
export function ResultPage() {
  const { t } = useLingui()
  const format = useFormat()
  const { enrolmentId, attemptId } = idsOf(useParams())
  const { data: review } = useSuspenseQuery(
    assessmentQueries.review(enrolmentId, attemptId, useReaderLanguage()),
  )
  const { result } = review
  return (
    <div className="max-w-3xl">
      <PageHeader
        above={<Link to={paths.quiz(enrolmentId)}>{review.courseTitle}</Link>}
        title={result.passed ? t`You passed the quiz` : t`Not passed this time`}
        lede={
          <Trans>
            {format.decimal(result.points)} of {format.number(result.pointsPossible)} points,{' '}
            {format.percent(result.share)}. Needed: {format.percent(review.passMark)}.
          </Trans>
        }
      />
      {!result.passed && (
        <div className="mt-6">
          <Callout tone="info" title={t`What to do now`}>
            {review.attemptsLeft > 0 ? (
              <Trans>Read the reasons below and the lessons they name, then try again.</Trans>
            ) : (
              <Trans>
                Read the reasons below. For another attempt, ask your trainer or training officer.
              </Trans>
            )}
          </Callout>
        </div>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {result.passed ? (
          <LinkButton to={paths.home()}>
            <Trans>My training</Trans>
          </LinkButton>
        ) : (
          <LinkButton to={paths.quiz(enrolmentId)}>
            <Trans>To the quiz</Trans>
          </LinkButton>
        )}
        <LinkButton look="quiet" to={paths.learn(enrolmentId)}>
          <Trans>Back to the lessons</Trans>
        </LinkButton>
      </div>
      <section className="mt-12">
        <h2>
          <Trans>Question by question</Trans>
        </h2>
        <ol className="mt-2">
          {review.questions.map((reviewed, index) => (
            <ReviewedQuestion
              key={reviewed.question.key}
              number={index + 1}
              enrolmentId={enrolmentId}
              reviewed={reviewed}
            />
          ))}
        </ol>
      </section>
    </div>
  )
}
