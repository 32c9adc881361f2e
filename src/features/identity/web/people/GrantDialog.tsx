import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Role, roles } from '../../../../contract/permission.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { DateField } from '../../../../web/design-system/DateField.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { localDate } from '../../../../web/i18n/format.ts'
import { api, client } from '../queries.ts'
import { roleDeeds, roleNames } from '../role-names.ts'
import { grantErrorWords } from './people-words.ts'
import { UnitChoice } from './UnitChoice.tsx'

export function GrantDialog({
  personId,
  personName,
  onClose,
}: {
  personId: string
  personName: string
  onClose: () => void
}) {
  const { t } = useLingui()
  const errorText = useErrorText(grantErrorWords)
  const queryClient = useQueryClient()
  const [role, setRole] = useState<Role>('trainer')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(localDate(new Date()))
  const [lastDay, setLastDay] = useState<string | null>('')
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<FormProblem[]>([])
  const grant = useMutation({
    mutationFn: (input: Parameters<typeof client.identity.roles.grant>[0]) =>
      client.identity.roles.grant(input),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.identity.key() })
      notify({ tone: 'done', text: t`The role is granted.` })
      onClose()
    },
    onError: (error) => setProblems([{ text: errorText(error) }]),
  })

  function submit() {
    const found: FormProblem[] = [
      ...(unitId ? [] : [{ fieldId: 'grant-unit', text: t`Choose an office from the list.` }]),
      ...(from ? [] : [{ fieldId: 'grant-from', text: t`Enter the first day.` }]),
      ...(lastDay === null
        ? [{ fieldId: 'grant-last', text: t`The last day is not a date.` }]
        : []),
      ...(reason.trim() ? [] : [{ fieldId: 'grant-reason', text: t`Say in a few words why.` }]),
    ]
    setProblems(found)
    if (found.length > 0 || !unitId || !from) return
    grant.mutate({ personId, role, unitId, from, lastDay: lastDay || null, reason: reason.trim() })
  }
  const errorOf = (id: string) => problems.find(({ fieldId }) => fieldId === id)?.text

  return (
    <Dialog
      title={<Trans>Grant a role: {personName}</Trans>}
      isOpen
      isPending={grant.isPending}
      onClose={onClose}
      width="wide"
    >
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary problems={problems} />
        <Select
          label={t`Role`}
          hint={t(roleDeeds[role])}
          value={role}
          onChange={(value) => setRole(roles.find((each) => each === value) ?? role)}
          options={roles
            .filter((each) => each !== 'learner')
            .map((each) => ({ value: each, label: t(roleNames[each]) }))}
        />
        <UnitChoice
          id="grant-unit"
          permission="roles.grant"
          label={t`Office`}
          hint={t`The role holds there and in everything below it.`}
          error={errorOf('grant-unit')}
          onChange={(unit) => setUnitId(unit?.id ?? null)}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <DateField
            id="grant-from"
            label={t`First day`}
            defaultValue={localDate(new Date())}
            error={errorOf('grant-from')}
            onChange={setFrom}
          />
          <DateField
            id="grant-last"
            label={t`Last day`}
            optional
            error={errorOf('grant-last')}
            onChange={setLastDay}
          />
        </div>
        <TextField
          id="grant-reason"
          label={t`Reason`}
          hint={t`It stands in the log of changes.`}
          value={reason}
          onChange={setReason}
          error={errorOf('grant-reason')}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" isPending={grant.isPending}>
            <Trans>Grant the role</Trans>
          </Button>
          <Button look="quiet" isDisabled={grant.isPending} onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
