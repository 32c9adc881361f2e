import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Callout } from '../../../../web/design-system/Callout.tsx'
import { ErrorSummary } from '../../../../web/design-system/ErrorSummary.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { paths } from '../../../../web/paths.ts'
import { AuthFailure, callAuth } from '../auth-client.ts'
import { useAuthText } from '../auth-words.ts'
import { ownPaths } from '../own-paths.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'

/** Behind the link of a reset mail or an invitation. */
export function NewPasswordPage() {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const authText = useAuthText()
  const token = search.get('token') ?? ''
  const isFirst = search.has('first')
  const [failure, setFailure] = useState<unknown>(token ? null : new AuthFailure('INVALID_TOKEN'))
  const [isDone, setIsDone] = useState(false)
  const [isPending, setIsPending] = useState(false)
  const isLinkBad = failure instanceof AuthFailure && failure.code === 'INVALID_TOKEN'

  async function save(newPassword: string) {
    setIsPending(true)
    setFailure(null)
    try {
      await callAuth('/reset-password', { token, newPassword })
      setIsDone(true)
    } catch (reason) {
      setFailure(reason)
    } finally {
      setIsPending(false)
    }
  }

  if (isDone)
    return (
      <OutsideFrame>
        <h1>
          <Trans>Your password is saved</Trans>
        </h1>
        <Callout tone="done">
          <Trans>
            For safety you are signed out on all devices. Sign in with the new password.
          </Trans>
        </Callout>
        <LinkButton to={paths.signIn()}>
          <Trans>Sign in</Trans>
        </LinkButton>
      </OutsideFrame>
    )

  return (
    <OutsideFrame>
      <h1>
        {isFirst ? (
          <Trans>Welcome: choose your password</Trans>
        ) : (
          <Trans>Choose a new password</Trans>
        )}
      </h1>
      <ErrorSummary
        problems={
          failure
            ? [{ text: authText(failure), ...(isLinkBad ? {} : { fieldId: 'new-password' }) }]
            : []
        }
      />
      {isLinkBad ? (
        <LinkButton to={ownPaths.forgottenPassword()}>
          <Trans>Ask for a new link</Trans>
        </LinkButton>
      ) : (
        <form
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            void save(String(new FormData(event.currentTarget).get('new-password')))
          }}
        >
          <NewPasswordField
            label={t`New password`}
            error={failure ? authText(failure) : undefined}
          />
          <Button type="submit" isPending={isPending}>
            <Trans>Save the password</Trans>
          </Button>
        </form>
      )}
      <p>
        <Link to={paths.signIn()}>
          <Trans>Back to signing in</Trans>
        </Link>
      </p>
    </OutsideFrame>
  )
}
