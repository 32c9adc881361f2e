import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { UnitListRow } from '../../contract.ts'
import { mayStandBelow } from '../../model/unit-kind.ts'
import { client } from '../queries.ts'
import type { UnitPage } from '../unit-page.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { UnitChoice } from './UnitChoice.tsx'

export function MoveDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui()
  const [parent, setParent] = useState<UnitListRow | null>(null)
  return (
    <ChangeDialog
      title={<Trans>Move: {unit.name}</Trans>}
      consequence={
        <Trans>
          People, departments and roles go along. Who answers for the new place sees them, who
          answered for the old one no longer does.
        </Trans>
      }
      action={<Trans>Move the unit</Trans>}
      problemsOf={() =>
        parent ? [] : [{ fieldId: 'new-parent', text: t`Choose a unit from the list.` }]
      }
      onSubmit={async (change) =>
        parent &&
        client.organisation.move({ unitId: unit.unitId, parentId: parent.unitId, ...change })
      }
      onDone={() => t`The unit is moved.`}
      onClose={onClose}
    >
      {(errorOf) => (
        <UnitChoice
          id="new-parent"
          label={t`New unit above`}
          error={errorOf('new-parent')}
          fits={(each) =>
            mayStandBelow(unit.kind, each.kind) &&
            each.unitId !== unit.unitId &&
            each.unitId !== unit.parentId
          }
          onChange={setParent}
        />
      )}
    </ChangeDialog>
  )
}
