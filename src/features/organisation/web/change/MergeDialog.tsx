import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../../web/paths.ts'
import type { UnitListRow } from '../../contract.ts'
import { client } from '../queries.ts'
import type { UnitPage } from '../unit-page.ts'
import { useCounts } from '../use-counts.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { UnitChoice } from './UnitChoice.tsx'

export function MergeDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [into, setInto] = useState<UnitListRow | null>(null)
  const counts = useCounts()
  const [people, units] = [counts.people(unit.peopleHere), counts.units(unit.childCount)]
  return (
    <ChangeDialog
      title={<Trans>Merge: {unit.name}</Trans>}
      consequence={
        <Trans>
          The unit is closed for good. What moves to the other one: {people}, {units}. Roles granted
          here are granted there.
        </Trans>
      }
      action={<Trans>Merge and close</Trans>}
      isDanger
      problemsOf={() =>
        into ? [] : [{ fieldId: 'merge-into', text: t`Choose a unit from the list.` }]
      }
      onSubmit={async (change) =>
        into && client.organisation.merge({ unitId: unit.unitId, intoId: into.unitId, ...change })
      }
      onDone={() => {
        if (into) void navigate(paths.office(into.unitId))
        return t`The units are merged. People follow within a minute.`
      }}
      onClose={onClose}
    >
      {(errorOf) => (
        <UnitChoice
          id="merge-into"
          label={t`Unit that takes over`}
          error={errorOf('merge-into')}
          fits={(each) => each.kind === unit.kind && each.unitId !== unit.unitId}
          beside={unit.parentId}
          onChange={setInto}
        />
      )}
    </ChangeDialog>
  )
}
