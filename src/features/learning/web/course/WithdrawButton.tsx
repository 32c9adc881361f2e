import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CourseId, EnrolmentId } from '../../../../contract/primitives.ts'
import { api } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { learningQueries } from '../queries.ts'

/** Asks before it leaves the course, and says what stays. */
export function WithdrawButton({
  enrolmentId,
  courseId,
}: {
  enrolmentId: EnrolmentId
  courseId: CourseId
}) {
  const [isAsking, setIsAsking] = useState(false)
  const queryClient = useQueryClient()
  const errorText = useErrorText({
    REQUIRED: msg`This course has become a required one. Ask your training officer if you need not take it.`,
    ALREADY_COMPLETED: msg`You have completed this course already; there is nothing to leave.`,
  })
  const withdraw = useMutation(
    api.learning.withdraw.mutationOptions({
      onSuccess: () => setIsAsking(false),
      onError: (error) => notify({ tone: 'late', text: errorText(error) }),
      onSettled: async () => {
        await queryClient.invalidateQueries({
          queryKey: learningQueries.courseEnrolment(courseId).queryKey,
        })
        await queryClient.invalidateQueries({ queryKey: api.learning.home.key() })
      },
    }),
  )
  return (
    <>
      <Button look="quiet" onPress={() => setIsAsking(true)}>
        <Trans>Leave the course</Trans>
      </Button>
      <Dialog
        title={<Trans>Leave this course?</Trans>}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button
              look="danger"
              isPending={withdraw.isPending}
              onPress={() => withdraw.mutate({ enrolmentId })}
            >
              <Trans>Leave the course</Trans>
            </Button>
            <Button look="quiet" onPress={() => setIsAsking(false)}>
              <Trans>Stay on it</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>
            It disappears from your list. Your notes stay, and if you enrol again, the lessons you
            have completed in this version are still completed.
          </Trans>
        </p>
      </Dialog>
    </>
  )
}
