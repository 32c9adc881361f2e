import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '../../../../web/design-system/Button.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useFormat } from '../../../../web/i18n/format.ts'
import { deviceName } from '../../model/device-name.ts'
import { addPasskey, callAuth, passkeysWork } from '../auth-client.ts'
import { useAuthText } from '../auth-words.ts'
import { api } from '../queries.ts'

export function PasskeysSection({
  passkeys,
}: {
  passkeys: readonly { id: string; name: string | null; createdAt: string | null }[]
}) {
  const { t } = useLingui()
  const format = useFormat()
  const authText = useAuthText()
  const queryClient = useQueryClient()
  const settled = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.identity.security.key() }),
    onError: (error: Error) => notify({ tone: 'late', text: authText(error) }),
  }
  const add = useMutation({
    mutationFn: () => addPasskey(deviceName(navigator.userAgent) ?? t`Passkey`),
    ...settled,
  })
  const remove = useMutation({
    mutationFn: (id: string) => callAuth('/passkey/delete-passkey', { id }),
    ...settled,
  })
  return (
    <section aria-labelledby="passkeys" className="grid justify-items-start gap-4">
      <h2 id="passkeys">
        <Trans>Passkeys</Trans>
      </h2>
      <p className="max-w-[60ch] text-ink-2">
        <Trans>
          With a passkey you sign in by fingerprint, face or the device’s PIN. Nothing can be
          forgotten or given away by mistake.
        </Trans>
      </p>
      {passkeys.length > 0 && (
        <ul className="w-full border-ink border-t-2">
          {passkeys.map(({ id, name, createdAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-6 gap-y-1 border-line border-b py-3"
            >
              <span className="flex-1 basis-64">
                <span className="font-semibold">{name ?? t`Passkey`}</span>
                {createdAt && (
                  <span className="block text-ink-2 text-sm">
                    <Trans>Added: {format.date(createdAt)}</Trans>
                  </span>
                )}
              </span>
              <Button
                look="link"
                aria-label={t`Remove the passkey: ${name ?? ''}`}
                onPress={() => remove.mutate(id)}
              >
                <Trans>Remove</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {passkeysWork() ? (
        <Button look="quiet" isPending={add.isPending} onPress={() => add.mutate()}>
          <Trans>Add a passkey</Trans>
        </Button>
      ) : (
        <p className="text-ink-2">
          <Trans>This browser or connection does not offer passkeys.</Trans>
        </p>
      )}
    </section>
  )
}
