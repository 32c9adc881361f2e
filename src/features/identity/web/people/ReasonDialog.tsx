import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { ErrorSummary } from '../../../../web/design-system/ErrorSummary.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'

/** Says what will happen, asks why, and does it. */
export function ReasonDialog({
  title,
  children,
  action,
  failure,
  isPending,
  onConfirm,
  onClose,
}: {
  title: React.ReactNode
  children: React.ReactNode
  action: React.ReactNode
  failure: string | null
  isPending: boolean
  onConfirm: (reason: string) => void
  onClose: () => void
}) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [isEmpty, setIsEmpty] = useState(false)
  return (
    <Dialog title={title} isOpen isPending={isPending} onClose={onClose}>
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          setIsEmpty(!reason.trim())
          if (reason.trim()) onConfirm(reason.trim())
        }}
      >
        <ErrorSummary problems={failure ? [{ text: failure }] : []} />
        <div className="grid gap-2">{children}</div>
        <TextField
          id="reason"
          label={t`Reason`}
          hint={t`It stands in the log of changes.`}
          value={reason}
          onChange={setReason}
          error={isEmpty ? t`Say in a few words why.` : undefined}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="danger" isPending={isPending}>
            {action}
          </Button>
          <Button look="quiet" isDisabled={isPending} onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
