import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { client } from '../queries.ts'
import type { UnitPage } from '../unit-page.ts'
import { ChangeDialog } from './ChangeDialog.tsx'

export function RenameDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui()
  const [name, setName] = useState(unit.name)
  return (
    <ChangeDialog
      title={<Trans>Rename: {unit.name}</Trans>}
      consequence={
        <Trans>The new name holds from the day you give. The old one stays in the history.</Trans>
      }
      action={<Trans>Rename the unit</Trans>}
      problemsOf={() =>
        name.trim() === '' || name.trim() === unit.name
          ? [{ fieldId: 'new-name', text: t`Enter another name than now.` }]
          : []
      }
      onSubmit={(change) =>
        client.organisation.rename({ unitId: unit.unitId, name: name.trim(), ...change })
      }
      onDone={() => t`The unit is renamed.`}
      onClose={onClose}
    >
      {(errorOf) => (
        <TextField
          id="new-name"
          label={t`New name`}
          hint={t`As registered, with "Urząd" or "Hivatal" where it belongs to the name.`}
          value={name}
          onChange={setName}
          maxLength={200}
          error={errorOf('new-name')}
        />
      )}
    </ChangeDialog>
  )
}
