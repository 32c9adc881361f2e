import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { DateField } from '../../../../web/design-system/DateField.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { localDate } from '../../../../web/i18n/format.ts'
import { api } from '../queries.ts'
import { changeErrorWords } from './change-errors.ts'

export type Change = { on: string; reason: string }

/** A change of the tree: what it does, its own fields, the day it holds from and the reason for it. */
export function ChangeDialog<Done>({
  title,
  consequence,
  action,
  isDanger = false,
  problemsOf = () => [],
  onSubmit,
  onDone,
  onClose,
  children,
}: {
  title: React.ReactNode
  /** What will be different afterwards, in a sentence or two. */
  consequence: React.ReactNode
  action: React.ReactNode
  isDanger?: boolean
  /** Problems of the dialog's own fields. */
  problemsOf?: () => FormProblem[]
  onSubmit: (change: Change) => Promise<Done>
  /** Gives the words of success. */
  onDone: (done: Done) => string
  onClose: () => void
  children?: (errorOf: (fieldId: string) => string | undefined) => React.ReactNode
}) {
  const { t } = useLingui()
  const errorText = useErrorText(changeErrorWords)
  const queryClient = useQueryClient()
  const [on, setOn] = useState<string | null>(localDate(new Date()))
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<FormProblem[]>([])
  const change = useMutation({
    mutationFn: onSubmit,
    onSuccess: async (done) => {
      await queryClient.invalidateQueries({ queryKey: api.organisation.key() })
      notify({ tone: 'done', text: onDone(done) })
      onClose()
    },
    onError: (error) => setProblems([{ text: errorText(error) }]),
  })

  function submit() {
    const found: FormProblem[] = [
      ...problemsOf(),
      ...(on ? [] : [{ fieldId: 'change-on', text: t`Enter the day from which it holds.` }]),
      ...(reason.trim() ? [] : [{ fieldId: 'change-reason', text: t`Say in a few words why.` }]),
    ]
    setProblems(found)
    if (found.length === 0 && on) change.mutate({ on, reason: reason.trim() })
  }
  const errorOf = (id: string) => problems.find(({ fieldId }) => fieldId === id)?.text

  return (
    <Dialog title={title} isOpen isPending={change.isPending} onClose={onClose}>
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary problems={problems} />
        <p className="text-ink-2">{consequence}</p>
        {children?.(errorOf)}
        <DateField
          id="change-on"
          label={t`Holds from`}
          hint={t`Reports about days before keep the tree as it was.`}
          defaultValue={localDate(new Date())}
          error={errorOf('change-on')}
          onChange={setOn}
        />
        <TextField
          id="change-reason"
          label={t`Reason`}
          hint={t`It stands in the history of the unit.`}
          value={reason}
          onChange={setReason}
          maxLength={300}
          error={errorOf('change-reason')}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look={isDanger ? 'danger' : 'primary'} isPending={change.isPending}>
            {action}
          </Button>
          <Button look="quiet" isDisabled={change.isPending} onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
