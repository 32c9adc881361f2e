import { Trans, useLingui } from '@lingui/react/macro'
import { client } from '../queries.ts'
import type { UnitPage } from '../unit-page.ts'
import { ChangeDialog } from './ChangeDialog.tsx'

export function CloseDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui()
  const isEmpty = unit.peopleHere === 0 && unit.childCount === 0
  return (
    <ChangeDialog
      title={<Trans>Close: {unit.name}</Trans>}
      consequence={
        isEmpty ? (
          <Trans>
            Nobody can be placed here any more. The unit stays in the history and in past reports.
          </Trans>
        ) : (
          <Trans>
            A unit is closed when nobody works in it and nothing stands below it. People:{' '}
            {unit.peopleHere}, units below: {unit.childCount}.
          </Trans>
        )
      }
      action={<Trans>Close the unit</Trans>}
      isDanger
      onSubmit={(change) => client.organisation.close({ unitId: unit.unitId, ...change })}
      onDone={() => t`The unit is closed.`}
      onClose={onClose}
    />
  )
}
