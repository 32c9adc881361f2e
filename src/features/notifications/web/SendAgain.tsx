import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/design-system/Button.tsx'
import { Callout } from '../../../web/design-system/Callout.tsx'
import { notify } from '../../../web/design-system/toast.ts'
import { useErrorText } from '../../../web/errors.tsx'

/** Puts the mail back into the queue; a refusal stays beside the button. */
export function SendAgain({ mailId }: { mailId: string }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const errorText = useErrorText({
    NO_MAIL_SERVER: msg`No mail server is set up, so nothing can be sent. Copy the text and pass it on.`,
    NOT_RESENDABLE: msg`This mail is already on its way or has been sent. Reload the page to see.`,
  })
  const sending = useMutation(
    api.notifications.sendAgain.mutationOptions({
      onSuccess: async () => {
        notify({ tone: 'done', text: t`The mail waits to be sent; this takes a minute at most.` })
        await queryClient.invalidateQueries({ queryKey: api.notifications.key() })
      },
    }),
  )
  return (
    <div className="grid justify-items-start gap-3">
      <Button onPress={() => sending.mutate({ mailId })} isPending={sending.isPending}>
        <Trans>Send again</Trans>
      </Button>
      <div role="alert">
        {sending.isError && (
          <Callout tone="late" title={<Trans>Not sent</Trans>}>
            {errorText(sending.error)}
          </Callout>
        )}
      </div>
    </div>
  )
}
