import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { ErrorSummary } from '../../../../web/design-system/ErrorSummary.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { AuthFailure, callAuth } from '../auth-client.ts'
import { useAuthText } from '../auth-words.ts'
import { ownPaths } from '../own-paths.ts'
import { api } from '../queries.ts'
import { NewPasswordField } from '../sign-in/NewPasswordField.tsx'

export function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useLingui()
  const authText = useAuthText()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const change = useMutation({
    mutationFn: (fields: FormData) =>
      callAuth('/change-password', {
        currentPassword: String(fields.get('current-password')),
        newPassword: String(fields.get('new-password')),
        revokeOtherSessions: true,
      }),
    onSuccess: async () => {
      form.current?.reset()
      await queryClient.invalidateQueries({ queryKey: api.identity.security.key() })
      notify({
        tone: 'done',
        text: t`The password is changed. You are signed out everywhere else.`,
      })
    },
  })
  const { error } = change
  const isNewAtFault = error instanceof AuthFailure && error.code === 'PASSWORD_REFUSED'

  return (
    <section aria-labelledby="password" className="grid gap-4">
      <h2 id="password">
        <Trans>Password</Trans>
      </h2>
      {hasPassword ? (
        <form
          ref={form}
          noValidate
          className="grid max-w-md gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            change.mutate(new FormData(event.currentTarget))
          }}
        >
          <ErrorSummary
            problems={
              error
                ? [
                    {
                      text: authText(error),
                      fieldId: isNewAtFault ? 'new-password' : 'current-password',
                    },
                  ]
                : []
            }
          />
          <TextField
            id="current-password"
            name="current-password"
            type="password"
            label={t`Present password`}
            input={{ autoComplete: 'current-password' }}
          />
          <NewPasswordField
            label={t`New password`}
            error={isNewAtFault ? authText(error) : undefined}
          />
          <Button
            type="submit"
            look="quiet"
            isPending={change.isPending}
            className="justify-self-start"
          >
            <Trans>Change the password</Trans>
          </Button>
        </form>
      ) : (
        <>
          <p className="max-w-[60ch] text-ink-2">
            <Trans>
              You sign in without a password here. If you want one as well, have a link sent to your
              mailbox.
            </Trans>
          </p>
          <LinkButton to={ownPaths.forgottenPassword()} look="quiet" className="justify-self-start">
            <Trans>Choose a password</Trans>
          </LinkButton>
        </>
      )}
    </section>
  )
}
