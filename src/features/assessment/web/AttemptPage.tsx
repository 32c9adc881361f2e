import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, Navigate, useParams, useSearchParams } from 'react-router'
import { LinkButton } from '../../../web/design-system/LinkButton.tsx'
import { Progress } from '../../../web/design-system/Progress.tsx'
import { paths } from '../../../web/paths.ts'
import { CheckAnswers } from './CheckAnswers.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import { QuestionSteps } from './QuestionSteps.tsx'
import { assessmentQueries } from './queries.ts'
import { idsOf } from './quiz-ids.ts'
import { quizPaths } from './quiz-paths.ts'
import { useReaderLanguage } from './reader-language.ts'
import { SaveWords } from './SaveWords.tsx'
import { useAnswers } from './use-answers.ts'

/** One question a page; the last page is a look over all answers before handing in. */
export function AttemptPage() {
  const { t } = useLingui()
  const { enrolmentId, attemptId } = idsOf(useParams())
  const [search] = useSearchParams()
  const { data: paper } = useSuspenseQuery(
    assessmentQueries.paper(enrolmentId, attemptId, useReaderLanguage()),
  )
  const answers = useAnswers(enrolmentId, attemptId, paper.questions)
  const wanted = search.get('question')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (wanted) heading.current?.focus()
  }, [wanted])
  const questions = paper.questions.map(({ question }) => question)
  const answered = questions.map(({ key }) => answers.responseTo(key) !== null)
  // As it was on arrival: giving an answer must not turn the page.
  const [firstOpen] = useState(answered.indexOf(false) + 1)
  if (paper.submittedAt) return <Navigate replace to={quizPaths.result(enrolmentId, attemptId)} />

  const number =
    wanted === 'check' ? null : clamp(Number(wanted) || firstOpen || 1, questions.length)
  const question = number === null ? undefined : questions[number - 1]
  const at = (place: number | 'check') => quizPaths.attempt(enrolmentId, attemptId, place)
  const done = answered.filter(Boolean).length

  return (
    <div className="max-w-3xl">
      <p className="text-ink-3 text-sm">
        <Link to={paths.quiz(enrolmentId)}>{paper.courseTitle}</Link>
      </p>
      <h1 ref={heading} tabIndex={-1} className="mt-1.5 text-2xl outline-none">
        {number === null ? (
          <Trans>Check your answers</Trans>
        ) : (
          <Trans>
            Question {number} of {questions.length}
          </Trans>
        )}
      </h1>
      <Progress share={done / questions.length} label={t`Questions answered`} className="mt-4" />
      <p className="mt-1.5 text-ink-2 text-sm">
        <Trans>
          Answered: {done} of {questions.length}
        </Trans>
      </p>
      <div className="mt-8">
        {question && number !== null ? (
          <QuestionForm
            key={question.key}
            question={question}
            response={answers.responseTo(question.key)}
            onRespond={(response) => answers.respond(question.key, response)}
          />
        ) : (
          <CheckAnswers
            enrolmentId={enrolmentId}
            attemptId={attemptId}
            questions={questions}
            answered={answered}
            flush={answers.flush}
          />
        )}
      </div>
      <div className="mt-8">
        <SaveWords state={answers.state} />
      </div>
      {number !== null && (
        <div className="mt-4 flex flex-wrap gap-3">
          {number > 1 && (
            <LinkButton look="quiet" to={at(number - 1)}>
              <Trans>Previous question</Trans>
            </LinkButton>
          )}
          <LinkButton to={at(number < questions.length ? number + 1 : 'check')}>
            {number < questions.length ? (
              <Trans>Next question</Trans>
            ) : (
              <Trans>Check your answers</Trans>
            )}
          </LinkButton>
        </div>
      )}
      <QuestionSteps answered={answered} current={number} addressOf={at} />
    </div>
  )
}

const clamp = (number: number, most: number) => Math.min(Math.max(1, Math.trunc(number)), most)
