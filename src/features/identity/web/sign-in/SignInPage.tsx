import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Button } from '../../../../web/design-system/Button.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { startSession } from '../../../../web/session.ts'
import { callAuth, passkeysWork, signInByPasskey } from '../auth-client.ts'
import { singleSignOnFailed, singleSignOnWords, useAuthText } from '../auth-words.ts'
import { ownPaths, safeNext } from '../own-paths.ts'
import { identityQueries } from '../queries.ts'
import { CodeStep } from './CodeStep.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'
import { PasswordForm } from './PasswordForm.tsx'

export function SignInPage() {
  const { t } = useLingui()
  const { data: options } = useSuspenseQuery(identityQueries.signInOptions())
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const authText = useAuthText()
  const errorCode = search.get('error')
  const [problems, setProblems] = useState<FormProblem[]>(
    errorCode ? [{ text: t(singleSignOnWords[errorCode] ?? singleSignOnFailed) }] : [],
  )
  const [asksCode, setAsksCode] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const next = safeNext(search.get('next'))

  /** One way in: runs it, tells what went wrong, and goes where the person wanted to go. */
  async function enter(way: string, attempt: () => Promise<{ needsCode: boolean }>) {
    setBusy(way)
    setProblems([])
    try {
      const { needsCode } = await attempt()
      if (needsCode) setAsksCode(true)
      else {
        await startSession()
        await navigate(next, { replace: true })
      }
    } catch (failure) {
      setProblems([{ text: authText(failure), ...(way === 'password' && { fieldId: 'email' }) }])
    } finally {
      setBusy(null)
    }
  }

  const byPassword = async (email: string, password: string) => {
    const answer = await callAuth('/sign-in/email', { email, password })
    return { needsCode: answer.twoFactorRedirect === true }
  }

  if (asksCode)
    return (
      <OutsideFrame>
        <CodeStep
          problems={problems}
          isPending={busy === 'code'}
          onCode={(code, isBackup, trustDevice) =>
            enter('code', async () => {
              const path = isBackup ? 'verify-backup-code' : 'verify-totp'
              await callAuth(`/two-factor/${path}`, { code, trustDevice })
              return { needsCode: false }
            })
          }
          onBack={() => setAsksCode(false)}
        />
      </OutsideFrame>
    )

  return (
    <OutsideFrame
      aside={
        options.demo && (
          <DemoAccounts
            accounts={options.demo.accounts}
            busyEmail={busy}
            onChoose={(email) =>
              enter(email, () => byPassword(email, options.demo?.password ?? ''))
            }
          />
        )
      }
    >
      <h1>
        <Trans>Sign in</Trans>
      </h1>
      {search.has('next') && (
        <p className="text-ink-2">
          <Trans>Sign in to go on. Then the page you wanted opens by itself.</Trans>
        </p>
      )}
      <ErrorSummary problems={problems} />
      <PasswordForm
        isPending={busy === 'password'}
        onSubmit={(email, password) => enter('password', () => byPassword(email, password))}
      />
      <p>
        <Link to={ownPaths.forgottenPassword()}>
          <Trans>Forgotten password</Trans>
        </Link>
      </p>
      {(options.oidcLabel || passkeysWork()) && (
        <div className="grid gap-3 border-line border-t pt-6">
          {options.oidcLabel && (
            <Button
              look="quiet"
              isPending={busy === 'oidc'}
              onPress={() =>
                enter('oidc', async () => {
                  const { url } = await callAuth('/sign-in/social', {
                    provider: 'oidc',
                    callbackURL: next,
                    errorCallbackURL: '/sign-in',
                  })
                  window.location.assign(String(url))
                  // The page is left; nothing comes after.
                  return new Promise(() => {})
                })
              }
            >
              {options.oidcLabel}
            </Button>
          )}
          {passkeysWork() && (
            <Button
              look="quiet"
              isPending={busy === 'passkey'}
              onPress={() =>
                enter('passkey', async () => {
                  await signInByPasskey()
                  return { needsCode: false }
                })
              }
            >
              <Icon of={KeyRound} />
              <Trans>Sign in with a passkey</Trans>
            </Button>
          )}
        </div>
      )}
    </OutsideFrame>
  )
}
