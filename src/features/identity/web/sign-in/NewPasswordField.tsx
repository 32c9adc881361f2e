import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Checkbox } from '../../../../web/design-system/Checkbox.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { minimumPasswordLength } from '../../model/password-rules.ts'

/** Typed once and looked at, instead of typed twice blindly. */
export function NewPasswordField({ label, error }: { label: string; error?: string | undefined }) {
  const { t } = useLingui()
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="grid gap-1">
      <TextField
        id="new-password"
        name="new-password"
        type={isShown ? 'text' : 'password'}
        label={label}
        hint={t`At least ${minimumPasswordLength} characters. Three or four words that have nothing to do with each other are easy to remember and hard to guess.`}
        error={error}
        input={{ autoComplete: 'new-password' }}
      />
      <Checkbox isSelected={isShown} onChange={setIsShown}>
        <Trans>Show the password</Trans>
      </Checkbox>
    </div>
  )
}
