import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ORPCError } from '@orpc/client'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'
import { isPassing } from '../../../web/again.ts'
import { api, client, queryClient } from '../../../web/api.ts'
import { Button } from '../../../web/design-system/Button.tsx'
import { Callout } from '../../../web/design-system/Callout.tsx'
import { Tag } from '../../../web/design-system/Tag.tsx'
import type { ShownQuestion } from '../model/shown-question.ts'
import type { Flushed } from './answer-queue.ts'
import { useQuizErrorText } from './quiz-errors.ts'
import { quizPaths } from './quiz-paths.ts'

/** Every question with whether it is answered, a way back to each, and handing in. */
export function CheckAnswers({
  enrolmentId,
  attemptId,
  questions,
  answered,
  flush,
}: {
  enrolmentId: EnrolmentId
  attemptId: AttemptId
  questions: readonly ShownQuestion[]
  answered: readonly boolean[]
  flush: () => Promise<Flushed>
}) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const errorText = useQuizErrorText()
  const open = answered.filter((isAnswered) => !isAnswered).length
  const submit = useMutation({
    mutationFn: async () => {
      // Handing in before the last answer has arrived would lose it.
      const flushed = await flush()
      if (flushed.type === 'waiting') throw new AnswersWaiting()
      if (flushed.type === 'refused' && !isClosed(flushed.error)) throw flushed.error
      return client.assessment.submit({ enrolmentId, attemptId })
    },
    // Handing in twice gives the first result.
    retry: (failures, error) =>
      failures < 3 && !(error instanceof AnswersWaiting) && isPassing(error),
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: api.assessment.overview.key() }),
        queryClient.invalidateQueries({ queryKey: api.learning.key() }),
      ])
      await navigate(quizPaths.result(enrolmentId, attemptId), { replace: true })
    },
  })
  return (
    <>
      {open > 0 && (
        <Callout tone="due" title={t`Not everything is answered`}>
          <Plural
            value={open}
            one="# question has no answer. It counts as no points."
            other="# questions have no answer. They count as no points."
          />
        </Callout>
      )}
      <ol className="mt-4">
        {questions.map((question, index) => (
          <li
            key={question.key}
            className="flex flex-wrap items-center gap-x-5 gap-y-1.5 border-line border-b py-3"
          >
            <span className="min-w-0 flex-1 basis-72">
              {index + 1}. {question.prompt}
            </span>
            <Tag tone={answered[index] ? 'done' : 'due'}>
              {answered[index] ? t`Answered` : t`Not answered`}
            </Tag>
            <Link
              to={quizPaths.attempt(enrolmentId, attemptId, index + 1)}
              aria-label={t`Change the answer to question ${index + 1}`}
              className="inline-flex min-h-6 items-center"
            >
              <Trans>Change</Trans>
            </Link>
          </li>
        ))}
      </ol>
      {submit.isError && (
        <p role="alert" className="mt-4 font-semibold text-late">
          {submit.error instanceof AnswersWaiting ? (
            <Trans>
              Not handed in yet: the server has not taken all your answers. They are kept on this
              device. Try again when they are saved.
            </Trans>
          ) : (
            errorText(submit.error)
          )}
        </p>
      )}
      <div className="mt-6">
        <Button isPending={submit.isPending} onPress={() => submit.mutate()}>
          <Trans>Hand in the quiz</Trans>
        </Button>
      </div>
    </>
  )
}

/** Handed in already, in another tab or by the time that was left: the result is there. */
const isClosed = (error: unknown) => error instanceof ORPCError && error.code === 'ATTEMPT_CLOSED'

class AnswersWaiting extends Error {
  override name = 'AnswersWaiting'
}
