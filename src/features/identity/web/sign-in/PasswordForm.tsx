import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../../../web/design-system/Button.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'

export function PasswordForm({
  isPending,
  onSubmit,
}: {
  isPending: boolean
  onSubmit: (email: string, password: string) => void
}) {
  const { t } = useLingui()
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        const fields = new FormData(event.currentTarget)
        onSubmit(String(fields.get('email')).trim(), String(fields.get('password')))
      }}
    >
      <TextField
        id="email"
        name="email"
        type="email"
        label={t`E-mail address`}
        input={{ autoComplete: 'username webauthn', autoCapitalize: 'none', spellCheck: 'false' }}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={t`Password`}
        input={{ autoComplete: 'current-password' }}
      />
      <Button type="submit" isPending={isPending}>
        <Trans>Sign in</Trans>
      </Button>
    </form>
  )
}
