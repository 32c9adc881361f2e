import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { useMe } from '../../../../web/session.ts'
import { api, client } from '../queries.ts'
import { accountErrorWords } from './people-words.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

/** Invitation, closing and reopening of an account, each with its consequences said first. */
export function AccountActions({
  person,
}: {
  person: { id: string; displayName: string; active: boolean; lastSignInAt: string | null }
}) {
  const { t } = useLingui()
  const me = useMe()
  const queryClient = useQueryClient()
  const errorText = useErrorText(accountErrorWords)
  const [isClosing, setIsClosing] = useState(false)
  const settle = (text: string) => async () => {
    await queryClient.invalidateQueries({ queryKey: api.identity.key() })
    setIsClosing(false)
    notify({ tone: 'done', text })
  }
  const onError = (error: Error) => notify({ tone: 'late', text: errorText(error) })
  const personId = person.id
  const invite = useMutation({
    mutationFn: () => client.identity.people.invite({ personId }),
    onSuccess: ({ sentTo }) =>
      notify({ tone: 'done', text: t`Invitation on its way to: ${sentTo}` }),
    onError,
  })
  const close = useMutation({
    mutationFn: (reason: string) => client.identity.people.deactivate({ personId, reason }),
    onSuccess: settle(t`The account is closed.`),
  })
  const reopen = useMutation({
    mutationFn: () => client.identity.people.reactivate({ personId }),
    onSuccess: settle(t`The account is open again.`),
    onError,
  })

  if (!person.active)
    return (
      <Button look="quiet" isPending={reopen.isPending} onPress={() => reopen.mutate()}>
        <Trans>Reopen the account</Trans>
      </Button>
    )
  return (
    <>
      <Button look="quiet" isPending={invite.isPending} onPress={() => invite.mutate()}>
        {person.lastSignInAt ? (
          <Trans>Send a link for a new password</Trans>
        ) : (
          <Trans>Invite by e-mail</Trans>
        )}
      </Button>
      {person.id !== me?.person.id && (
        <Button look="danger" onPress={() => setIsClosing(true)}>
          <Trans>Close the account</Trans>
        </Button>
      )}
      {isClosing && (
        <ReasonDialog
          title={<Trans>Close the account: {person.displayName}</Trans>}
          action={<Trans>Close the account</Trans>}
          failure={close.error && errorText(close.error)}
          isPending={close.isPending}
          onConfirm={(reason) => close.mutate(reason)}
          onClose={() => setIsClosing(false)}
        >
          <ul className="list-disc space-y-1 ps-5">
            <li>
              <Trans>Signing in stops at once, on all devices.</Trans>
            </li>
            <li>
              <Trans>Open assignments are released; reminders stop.</Trans>
            </li>
            <li>
              <Trans>Completed courses, results and roles stay on record.</Trans>
            </li>
            <li>
              <Trans>The account can be reopened at any time.</Trans>
            </li>
          </ul>
        </ReasonDialog>
      )}
    </>
  )
}
