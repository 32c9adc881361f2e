import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Checkbox } from '../../../../web/design-system/Checkbox.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'

/** The second step of who set up an authenticator app; a backup code opens too, once. */
export function CodeStep({
  problems,
  isPending,
  onCode,
  onBack,
}: {
  problems: readonly FormProblem[]
  isPending: boolean
  onCode: (code: string, isBackup: boolean, trustDevice: boolean) => void
  onBack: () => void
}) {
  const { t } = useLingui()
  const [isBackup, setIsBackup] = useState(false)
  const [trustDevice, setTrustDevice] = useState(false)
  return (
    <>
      <h1>
        <Trans>Enter your code</Trans>
      </h1>
      <ErrorSummary problems={problems} />
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          const code = String(new FormData(event.currentTarget).get('code')).trim()
          onCode(isBackup ? code : code.replace(/\s/g, ''), isBackup, trustDevice)
        }}
      >
        <TextField
          key={String(isBackup)}
          name="code"
          autoFocus
          width="medium"
          label={isBackup ? t`Backup code` : t`Code from your authenticator app`}
          hint={isBackup ? t`One of the codes you kept; each opens once.` : t`Six digits.`}
          input={isBackup ? {} : { inputMode: 'numeric', autoComplete: 'one-time-code' }}
        />
        <Checkbox isSelected={trustDevice} onChange={setTrustDevice}>
          <Trans>Do not ask for a code on this device for 30 days</Trans>
        </Checkbox>
        <Button type="submit" isPending={isPending}>
          <Trans>Sign in</Trans>
        </Button>
      </form>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Button look="link" onPress={() => setIsBackup(!isBackup)}>
          {isBackup ? <Trans>Use the authenticator app</Trans> : <Trans>Use a backup code</Trans>}
        </Button>
        <Button look="link" onPress={onBack}>
          <Trans>Back to the password</Trans>
        </Button>
      </div>
    </>
  )
}
