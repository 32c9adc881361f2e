import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { client } from '../../../web/api.ts'
import { Button } from '../../../web/design-system/Button.tsx'
import { Callout } from '../../../web/design-system/Callout.tsx'
import { LinkButton } from '../../../web/design-system/LinkButton.tsx'
import { PageHeader } from '../../../web/design-system/PageHeader.tsx'
import { Tag } from '../../../web/design-system/Tag.tsx'
import { useFormat } from '../../../web/i18n/format.ts'
import { paths } from '../../../web/paths.ts'
import { assessmentQueries } from './queries.ts'
import { useQuizErrorText } from './quiz-errors.ts'
import { idsOf } from './quiz-ids.ts'
import { quizPaths } from './quiz-paths.ts'
import { useReaderLanguage } from './reader-language.ts'

/** What the quiz asks for, how earlier attempts went, and the way in. */
export function QuizPage() {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const errorText = useQuizErrorText()
  const { enrolmentId } = idsOf(useParams())
  const { data: quiz } = useSuspenseQuery(
    assessmentQueries.overview(enrolmentId, useReaderLanguage()),
  )
  const start = useMutation({
    mutationFn: () => client.assessment.start({ enrolmentId }),
    onSuccess: ({ attemptId }) => navigate(quizPaths.attempt(enrolmentId, attemptId)),
  })
  const hasPassed = quiz.results.some(({ passed }) => passed)
  const { attemptsLeft } = quiz

  return (
    <div className="max-w-3xl">
      <PageHeader
        above={<Link to={paths.course(quiz.courseId)}>{quiz.courseTitle}</Link>}
        title={t`Closing quiz`}
        lede={
          <Trans>
            <Plural value={quiz.questionCount} one="# question" other="# questions" />, one after
            the other. To pass you need {format.percent(quiz.passMark)} of the points.
          </Trans>
        }
      />
      {quiz.lessonsLeft > 0 && !hasPassed && (
        <div className="mt-6">
          <Callout tone="due" title={t`Some lessons are left`}>
            <Plural
              value={quiz.lessonsLeft}
              one="# lesson is not finished yet. You may take the quiz now; the course is complete when lessons and quiz are done."
              other="# lessons are not finished yet. You may take the quiz now; the course is complete when lessons and quiz are done."
            />
          </Callout>
        </div>
      )}
      <ul className="mt-8 grid list-disc gap-2 ps-5 text-ink-2">
        <li>
          <Trans>There is no time limit. You may stop and go on later, on any device.</Trans>
        </li>
        <li>
          <Trans>Each answer is saved as you give it and can be changed until you hand in.</Trans>
        </li>
        <li>
          <Plural
            value={quiz.maxAttempts}
            one="You have # attempt."
            other="You have # attempts in all."
          />
          {quiz.results.length > 0 && attemptsLeft > 0 && (
            <>
              {' '}
              <Trans>Attempts left: {attemptsLeft}</Trans>
            </>
          )}
        </li>
        <li>
          <Trans>Afterwards you see every answer with the reason and the lesson to reread.</Trans>
        </li>
      </ul>
      <div className="mt-8 flex flex-wrap items-center gap-3">
        {quiz.openAttemptId ? (
          <LinkButton to={quizPaths.attempt(enrolmentId, quiz.openAttemptId)}>
            <Trans>Go on with the quiz</Trans>
          </LinkButton>
        ) : (
          quiz.canStart && (
            <Button
              look={hasPassed ? 'quiet' : 'primary'}
              isPending={start.isPending}
              onPress={() => start.mutate()}
            >
              {quiz.results.length === 0 ? <Trans>Start the quiz</Trans> : <Trans>Try again</Trans>}
            </Button>
          )
        )}
        <LinkButton look="quiet" to={paths.learn(enrolmentId)}>
          <Trans>Back to the lessons</Trans>
        </LinkButton>
      </div>
      {start.isError && (
        <p role="alert" className="mt-4 font-semibold text-late">
          {errorText(start.error)}
        </p>
      )}
      {quiz.nextAttemptAt && (
        <p className="mt-4">
          <Trans>You can try again from: {format.dateTime(quiz.nextAttemptAt)}</Trans>
        </p>
      )}
      {!quiz.openAttemptId && attemptsLeft <= 0 && !hasPassed && (
        <div className="mt-4">
          <Callout tone="late" title={t`No attempts left`}>
            <Trans>
              Ask your trainer or training officer what to do next. Your results are kept.
            </Trans>
          </Callout>
        </div>
      )}
      {quiz.results.length > 0 && (
        <section className="mt-12">
          <h2>
            <Trans>Your attempts</Trans>
          </h2>
          <ul className="mt-2">
            {quiz.results.map((result) => (
              <li
                key={result.attemptId}
                className="flex flex-wrap items-center gap-x-5 gap-y-2 border-line border-b py-4"
              >
                <span className="min-w-0 flex-1 basis-64">
                  <Link to={quizPaths.result(enrolmentId, result.attemptId)}>
                    <Trans>Attempt {result.number}</Trans>
                  </Link>
                  <span className="block text-ink-3 text-sm">
                    {format.dateTime(result.submittedAt)}
                  </span>
                </span>
                <span>
                  <Trans>
                    {format.decimal(result.points)} of {format.number(result.pointsPossible)}{' '}
                    points, {format.percent(result.share)}
                  </Trans>
                </span>
                <Tag tone={result.passed ? 'done' : 'late'}>
                  {result.passed ? t`Passed` : t`Not passed`}
                </Tag>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
