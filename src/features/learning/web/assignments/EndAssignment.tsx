import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import type { AssignmentRow } from '../../contract/assignments.ts'

/** Asks before it ends an assignment, and says what happens to whom. */
export function EndAssignment({ row }: { row: AssignmentRow }) {
  const { t } = useLingui()
  const [isAsking, setIsAsking] = useState(false)
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const end = useMutation(
    api.learning.endAssignment.mutationOptions({
      onSuccess: async ({ releasedPeople }) => {
        setIsAsking(false)
        notify({
          tone: 'done',
          text: t`${plural(releasedPeople, {
            one: 'The assignment has ended. It concerned # person who had not finished.',
            other: 'The assignment has ended. It concerned # people who had not finished.',
          })}`,
        })
        await queryClient.invalidateQueries({ queryKey: api.learning.assignments.key() })
      },
      onError: (error) => notify({ tone: 'late', text: errorText(error) }),
    }),
  )
  const { courseTitle, unitName } = row
  return (
    <>
      <Button
        look="link"
        aria-label={t`End the assignment: ${courseTitle}, ${unitName}`}
        onPress={() => setIsAsking(true)}
      >
        <Trans context="assignment">End</Trans>
      </Button>
      <Dialog
        title={<Trans>End this assignment?</Trans>}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button
              look="danger"
              isPending={end.isPending}
              onPress={() => end.mutate({ assignmentId: row.assignmentId })}
            >
              <Trans>End the assignment</Trans>
            </Button>
            <Button look="quiet" onPress={() => setIsAsking(false)}>
              <Trans>Keep it</Trans>
            </Button>
          </>
        }
      >
        <p className="font-semibold">
          {courseTitle} · {unitName}
        </p>
        <p>
          <Trans>
            People who have not finished are released. Those who had chosen the course themselves
            keep it, without a due date. Completed courses stay completed.
          </Trans>
        </p>
      </Dialog>
    </>
  )
}
