import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { CourseId } from '../../../../contract/primitives.ts'
import { api } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { Progress } from '../../../../web/design-system/Progress.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import type { MyEnrolment } from '../../contract/enrolment.ts'
import { learningQueries } from '../queries.ts'
import { EnrolmentHistory } from './EnrolmentHistory.tsx'
import { WithdrawButton } from './WithdrawButton.tsx'

/** What I can do with a course: begin it, go on, leave it, look at my result. */
export function EnrolAction({ courseId }: { courseId: CourseId }) {
  const { data } = useSuspenseQuery(learningQueries.courseEnrolment(courseId))
  return (
    <div className="grid gap-4">
      {data.enrolment ? (
        <OnTheCourse enrolment={data.enrolment} courseId={courseId} />
      ) : (
        <BeginButton courseId={courseId} />
      )}
      {data.history.length > 0 && <EnrolmentHistory history={data.history} />}
    </div>
  )
}

function BeginButton({ courseId }: { courseId: CourseId }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const errorText = useErrorText({
    NOT_FOUND: msg`This course is not offered any more. Choose another one in the catalogue.`,
  })
  const enrol = useMutation(
    api.learning.enrol.mutationOptions({
      onSuccess: async ({ enrolmentId }) => {
        void queryClient.invalidateQueries({ queryKey: api.learning.key() })
        await navigate(paths.learn(enrolmentId))
      },
      onError: (error) => notify({ tone: 'late', text: errorText(error) }),
    }),
  )
  return (
    <div className="grid justify-items-start gap-2">
      <Button isPending={enrol.isPending} onPress={() => enrol.mutate({ courseId })}>
        <Trans>Enrol and begin</Trans>
      </Button>
      <p className="text-ink-3 text-sm">
        <Trans>You can stop at any time and go on where you were.</Trans>
      </p>
    </div>
  )
}

function OnTheCourse({ enrolment, courseId }: { enrolment: MyEnrolment; courseId: CourseId }) {
  const { t } = useLingui()
  const format = useFormat()
  const { lessonsDone: done, lessonsTotal: total, newerVersion } = enrolment
  if (enrolment.completedAt)
    return <Completed enrolment={enrolment} completedAt={enrolment.completedAt} />
  const due = enrolment.dueOn && format.date(enrolment.dueOn)
  return (
    <div className="grid justify-items-start gap-3">
      <div className="w-full max-w-md">
        <p className="mb-1.5 text-ink-2">
          <Trans>
            Lessons completed: {done} of {total}
          </Trans>
        </p>
        <Progress
          share={done / Math.max(1, total)}
          label={t`Lessons completed: ${done} of ${total}`}
        />
      </div>
      {due && (
        <p className="text-ink-2">
          {enrolment.required ? (
            <Trans>Required course · due: {due}</Trans>
          ) : (
            <Trans>Due: {due}</Trans>
          )}
        </p>
      )}
      {newerVersion !== null && (
        <p className="text-info">
          <Trans>
            A newer version ({newerVersion}) of this course is out. You will be asked in the lesson
            whether you want it.
          </Trans>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <LinkButton to={paths.learn(enrolment.enrolmentId)}>
          {enrolment.state === 'started' ? <Trans>Go on</Trans> : <Trans>Begin</Trans>}
        </LinkButton>
        {enrolment.canWithdraw && (
          <WithdrawButton enrolmentId={enrolment.enrolmentId} courseId={courseId} />
        )}
      </div>
    </div>
  )
}

function Completed({ enrolment, completedAt }: { enrolment: MyEnrolment; completedAt: string }) {
  const format = useFormat()
  const date = format.date(completedAt)
  const result = enrolment.quizBestShare === null ? null : format.percent(enrolment.quizBestShare)
  return (
    <div className="grid justify-items-start gap-3">
      <p className="font-semibold text-done">
        <Trans>Completed: {date}</Trans>
      </p>
      {result && (
        <p className="text-ink-2">
          <Trans>Best quiz result: {result}</Trans>
        </p>
      )}
      <LinkButton look="quiet" to={paths.learn(enrolment.enrolmentId)}>
        <Trans>Read again</Trans>
      </LinkButton>
    </div>
  )
}
