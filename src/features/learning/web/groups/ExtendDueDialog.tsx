import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EnrolmentId, GroupId } from '../../../../contract/primitives.ts'
import { client } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { DateField } from '../../../../web/design-system/DateField.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { useGroupErrorText } from './group-errors.ts'

/** Another due date for chosen people; the reason is kept, and they get a mail. */
export function ExtendDueDialog({
  groupId,
  enrolmentIds,
  onClose,
  onChanged,
}: {
  groupId: GroupId
  enrolmentIds: EnrolmentId[]
  onClose: () => void
  onChanged: (changed: number) => void
}) {
  const { t } = useLingui()
  const errorText = useGroupErrorText()
  const [dueOn, setDueOn] = useState<string | null>('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const extend = useMutation({
    mutationFn: (day: string) =>
      client.learning.extendDue({ groupId, enrolmentIds, dueOn: day, reason }),
    onSuccess: ({ changed }) => onChanged(changed),
  })
  return (
    <Dialog
      title={t`Another due date`}
      isOpen
      isPending={extend.isPending}
      onClose={onClose}
      actions={
        <>
          <Button
            isPending={extend.isPending}
            onPress={() => {
              setTried(true)
              if (dueOn && reason.trim() !== '') extend.mutate(dueOn)
            }}
          >
            <Trans>Save the date</Trans>
          </Button>
          <Button look="quiet" isDisabled={extend.isPending} onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <DateField
        label={t`New due date`}
        onChange={setDueOn}
        error={isTried && !dueOn ? t`Write a full date.` : undefined}
      />
      <TextField
        label={t`Reason`}
        hint={t`Kept in the record. Nothing about health, please.`}
        maxLength={200}
        value={reason}
        onChange={setReason}
        error={isTried && reason.trim() === '' ? t`Write a reason.` : undefined}
      />
      {extend.isError && (
        <p role="alert" className="font-semibold text-late">
          {errorText(extend.error)}
        </p>
      )}
    </Dialog>
  )
}
