import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Link } from 'react-router'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Callout } from '../../../../web/design-system/Callout.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { paths } from '../../../../web/paths.ts'
import { callAuth } from '../auth-client.ts'
import { useAuthText } from '../auth-words.ts'
import { OutsideFrame } from './OutsideFrame.tsx'

export function ForgottenPasswordPage() {
  const { t } = useLingui()
  const authText = useAuthText()
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [isPending, setIsPending] = useState(false)

  async function ask(email: string) {
    if (!/^\S+@\S+\.\S+$/.test(email)) {
      setProblems([
        {
          fieldId: 'email',
          text: t`Enter your whole e-mail address, such as name@office.example.`,
        },
      ])
      return
    }
    setIsPending(true)
    setProblems([])
    try {
      await callAuth('/request-password-reset', { email, redirectTo: '/reset-password' })
      setSentTo(email)
    } catch (failure) {
      setProblems([{ text: authText(failure) }])
    } finally {
      setIsPending(false)
    }
  }

  return (
    <OutsideFrame>
      <h1>
        <Trans>Forgotten password</Trans>
      </h1>
      <ErrorSummary problems={problems} />
      {sentTo ? (
        <div role="status">
          <Callout tone="done" title={<Trans>Look into your mailbox</Trans>}>
            <Trans>
              If there is an account for {sentTo}, a link is on its way. It works for one hour. Look
              into the spam folder too.
            </Trans>
          </Callout>
        </div>
      ) : (
        <form
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            void ask(String(new FormData(event.currentTarget).get('email')).trim())
          }}
        >
          <TextField
            id="email"
            name="email"
            type="email"
            label={t`E-mail address`}
            hint={t`We send a link with which you choose a new password.`}
            error={problems.find(({ fieldId }) => fieldId)?.text}
            input={{ autoComplete: 'username', autoCapitalize: 'none', spellCheck: 'false' }}
          />
          <Button type="submit" isPending={isPending}>
            <Trans>Send the link</Trans>
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
