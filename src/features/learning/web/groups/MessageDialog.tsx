import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EnrolmentId, GroupId } from '../../../../contract/primitives.ts'
import { client } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { TextArea } from '../../../../web/design-system/TextArea.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { useGroupErrorText } from './group-errors.ts'

/** A mail to the chosen people, each for herself: nobody sees who else got it. */
export function MessageDialog({
  groupId,
  enrolmentIds,
  onClose,
  onSent,
}: {
  groupId: GroupId
  enrolmentIds: EnrolmentId[]
  onClose: () => void
  onSent: (sent: number) => void
}) {
  const { t } = useLingui()
  const errorText = useGroupErrorText()
  const [subject, setSubject] = useState('')
  const [message, setMessage] = useState('')
  const [isTried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: () => client.learning.messageMembers({ groupId, enrolmentIds, subject, message }),
    onSuccess: ({ sent }) => onSent(sent),
  })
  const isComplete = subject.trim() !== '' && message.trim() !== ''
  return (
    <Dialog
      title={t`Write to chosen people`}
      isOpen
      isPending={send.isPending}
      onClose={onClose}
      actions={
        <>
          <Button
            isPending={send.isPending}
            onPress={() => {
              setTried(true)
              if (isComplete) send.mutate()
            }}
          >
            <Trans>Send</Trans>
          </Button>
          <Button look="quiet" isDisabled={send.isPending} onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <p className="text-ink-2">
        <Trans>Each person gets a mail of their own. Nobody sees who else got it.</Trans>
      </p>
      <TextField
        label={t`Subject`}
        maxLength={150}
        value={subject}
        onChange={setSubject}
        error={isTried && subject.trim() === '' ? t`Write a subject.` : undefined}
      />
      <TextArea
        label={t`Message`}
        rows={6}
        maxLength={4000}
        value={message}
        onChange={setMessage}
        error={isTried && message.trim() === '' ? t`Write a message.` : undefined}
      />
      {send.isError && (
        <p role="alert" className="font-semibold text-late">
          {errorText(send.error)}
        </p>
      )}
    </Dialog>
  )
}
