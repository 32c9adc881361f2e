import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { ErrorSummary } from '../../../../web/design-system/ErrorSummary.tsx'
import { Tag } from '../../../../web/design-system/Tag.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { callAuth } from '../auth-client.ts'
import { useAuthText } from '../auth-words.ts'
import { api } from '../queries.ts'
import { BackupCodes } from './BackupCodes.tsx'
import { QrCode } from './QrCode.tsx'

type Stage =
  | { name: 'rest' }
  | { name: 'confirm'; to: 'turn-on' | 'turn-off' | 'new-codes' }
  | { name: 'scan'; uri: string; backupCodes: string[] }
  | { name: 'keep'; backupCodes: string[] }

/** A code from an authenticator app as a second step after the password. */
export function TwoFactorSection({ isOn, hasPassword }: { isOn: boolean; hasPassword: boolean }) {
  const { t } = useLingui()
  const authText = useAuthText()
  const queryClient = useQueryClient()
  const [stage, setStage] = useState<Stage>({ name: 'rest' })
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.identity.security.key() })
  const confirm = useMutation({
    mutationFn: async (password: string) => {
      const secret = hasPassword ? { password } : {}
      if (stage.name !== 'confirm') return
      if (stage.to === 'turn-off') {
        await callAuth('/two-factor/disable', secret)
        setStage({ name: 'rest' })
        notify({ tone: 'done', text: t`The second step is off.` })
        return refresh()
      }
      const path =
        stage.to === 'turn-on' ? '/two-factor/enable' : '/two-factor/generate-backup-codes'
      const answer = await callAuth(path, secret)
      const backupCodes = Array.isArray(answer.backupCodes) ? answer.backupCodes.map(String) : []
      setStage(
        stage.to === 'turn-on'
          ? { name: 'scan', uri: String(answer.totpURI), backupCodes }
          : { name: 'keep', backupCodes },
      )
    },
  })
  const verify = useMutation({
    mutationFn: async (code: string) => {
      await callAuth('/two-factor/verify-totp', { code: code.replace(/\s/g, '') })
      if (stage.name === 'scan') setStage({ name: 'keep', backupCodes: stage.backupCodes })
      await refresh()
    },
  })
  const start = (to: 'turn-on' | 'turn-off' | 'new-codes') => {
    confirm.reset()
    verify.reset()
    setStage({ name: 'confirm', to })
    if (!hasPassword) setTimeout(() => confirm.mutate(''))
  }

  return (
    <section aria-labelledby="two-factor" className="grid justify-items-start gap-4">
      <h2 id="two-factor" className="flex flex-wrap items-center gap-3">
        <Trans>Second step at sign-in</Trans>
        {isOn ? <Tag tone="done">{t`on`}</Tag> : <Tag>{t`off`}</Tag>}
      </h2>
      {stage.name === 'rest' && (
        <>
          <p className="max-w-[60ch] text-ink-2">
            <Trans>
              After the password you enter a code from an authenticator app on your phone. Who
              learns your password still cannot sign in.
            </Trans>
          </p>
          <div className="flex flex-wrap gap-3">
            {isOn ? (
              <>
                <Button look="quiet" onPress={() => start('new-codes')}>
                  <Trans>New backup codes</Trans>
                </Button>
                <Button look="danger" onPress={() => start('turn-off')}>
                  <Trans>Turn off</Trans>
                </Button>
              </>
            ) : (
              <Button look="quiet" onPress={() => start('turn-on')}>
                <Trans>Set up</Trans>
              </Button>
            )}
          </div>
        </>
      )}
      {stage.name === 'confirm' && hasPassword && (
        <form
          noValidate
          className="grid w-full max-w-md gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            confirm.mutate(String(new FormData(event.currentTarget).get('confirm-password')))
          }}
        >
          <ErrorSummary
            problems={
              confirm.error ? [{ text: authText(confirm.error), fieldId: 'confirm-password' }] : []
            }
          />
          <TextField
            id="confirm-password"
            name="confirm-password"
            type="password"
            autoFocus
            label={t`Present password`}
            hint={t`So that nobody else changes this on your unlocked computer.`}
            input={{ autoComplete: 'current-password' }}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" isPending={confirm.isPending}>
              <Trans>Continue</Trans>
            </Button>
            <Button look="quiet" onPress={() => setStage({ name: 'rest' })}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </form>
      )}
      {stage.name === 'confirm' && !hasPassword && confirm.error && (
        <p role="alert">{authText(confirm.error)}</p>
      )}
      {stage.name === 'scan' && (
        <form
          noValidate
          className="grid w-full max-w-md gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            verify.mutate(String(new FormData(event.currentTarget).get('code')))
          }}
        >
          <p>
            <Trans>1. Read this code with your authenticator app.</Trans>
          </p>
          <QrCode text={stage.uri} label={t`Code for the authenticator app`} />
          <p className="text-ink-2 text-sm">
            <Trans>No camera? Type this key into the app:</Trans>{' '}
            <code className="select-all break-all font-sans font-semibold text-ink">
              {new URL(stage.uri).searchParams.get('secret')}
            </code>
          </p>
          <ErrorSummary
            problems={verify.error ? [{ text: authText(verify.error), fieldId: 'totp-code' }] : []}
          />
          <TextField
            id="totp-code"
            name="code"
            width="medium"
            label={t`2. Enter the six digits that the app shows`}
            input={{ inputMode: 'numeric', autoComplete: 'one-time-code' }}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" isPending={verify.isPending}>
              <Trans>Turn on</Trans>
            </Button>
            <Button look="quiet" onPress={() => setStage({ name: 'rest' })}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </form>
      )}
      {stage.name === 'keep' && (
        <BackupCodes codes={stage.backupCodes} onDone={() => setStage({ name: 'rest' })} />
      )}
    </section>
  )
}
