import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EnrolmentId, GroupId } from '../../../../contract/primitives.ts'
import { api, client, queryClient } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { ExtendDueDialog } from './ExtendDueDialog.tsx'
import { useGroupErrorText } from './group-errors.ts'
import { MessageDialog } from './MessageDialog.tsx'

/** What can be done with the chosen people. Nobody chosen: says so instead of doing nothing. */
export function GroupActions({
  groupId,
  chosen,
  onDone,
}: {
  groupId: GroupId
  chosen: ReadonlySet<EnrolmentId>
  onDone: () => void
}) {
  const { t } = useLingui()
  const errorText = useGroupErrorText()
  const [open, setOpen] = useState<'message' | 'due' | null>(null)
  const [report, setReport] = useState('')
  const enrolmentIds = [...chosen]
  const finish = async (text: string) => {
    setOpen(null)
    setReport(text)
    onDone()
    await queryClient.invalidateQueries({ queryKey: api.learning.key() })
  }
  const remove = useMutation({
    mutationFn: () => client.learning.removeMembers({ groupId, enrolmentIds }),
    onSuccess: ({ changed }) =>
      finish(
        t`${plural(changed, { one: '# person was taken out of the group.', other: '# people were taken out of the group.' })}`,
      ),
  })
  const begin = (action: () => void) => {
    if (chosen.size === 0) setReport(t`First choose people in the table.`)
    else action()
  }
  return (
    <div className="no-print mt-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button look="quiet" onPress={() => begin(() => setOpen('message'))}>
          <Trans>Write to them</Trans>
        </Button>
        <Button look="quiet" onPress={() => begin(() => setOpen('due'))}>
          <Trans>Another due date</Trans>
        </Button>
        <Button
          look="quiet"
          isPending={remove.isPending}
          onPress={() => begin(() => remove.mutate())}
        >
          <Trans>Take out of the group</Trans>
        </Button>
        <span className="text-ink-2 text-sm">
          <Plural
            value={chosen.size}
            _0="Nobody is chosen"
            one="# person is chosen"
            other="# people are chosen"
          />
        </span>
      </div>
      <p aria-live="polite" className="mt-2 font-semibold text-ink empty:hidden">
        {remove.isError ? errorText(remove.error) : report}
      </p>
      {open === 'message' && (
        <MessageDialog
          groupId={groupId}
          enrolmentIds={enrolmentIds}
          onClose={() => setOpen(null)}
          onSent={(sent) =>
            finish(
              t`${plural(sent, { one: 'The message goes to # person.', other: 'The message goes to # people.' })}`,
            )
          }
        />
      )}
      {open === 'due' && (
        <ExtendDueDialog
          groupId={groupId}
          enrolmentIds={enrolmentIds}
          onClose={() => setOpen(null)}
          onChanged={(changed) =>
            finish(
              t`${plural(changed, { one: '# person has a new due date.', other: '# people have a new due date.' })}`,
            )
          }
        />
      )}
    </div>
  )
}
