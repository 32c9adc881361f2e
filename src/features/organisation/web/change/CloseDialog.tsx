import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { client } from '../queries.ts'
import type { UnitPage } from '../unit-page.ts'
import { ChangeDialog } from './ChangeDialog.tsx'

/** Closes an empty unit; of one that is not, says what is still there. */
export function CloseDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui()
  const title = <Trans>Close: {unit.name}</Trans>
  const [people, units] = [unit.peopleHere, unit.childCount]
  if (people > 0 || units > 0)
    return (
      <Dialog
        title={title}
        isOpen
        onClose={onClose}
        actions={
          <Button look="quiet" onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <p>
          <Trans>
            There is still something here. People: {people}, units below: {units}. Move them first,
            or merge the unit into another.
          </Trans>
        </p>
      </Dialog>
    )
  return (
    <ChangeDialog
      title={title}
      consequence={
        <Trans>
          Nobody can be placed here any more. The unit stays in the history and in past reports.
        </Trans>
      }
      action={<Trans>Close the unit</Trans>}
      isDanger
      onSubmit={(change) => client.organisation.close({ unitId: unit.unitId, ...change })}
      onDone={() => t`The unit is closed.`}
      onClose={onClose}
    />
  )
}
