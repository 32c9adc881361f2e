import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Select } from '../../../../web/design-system/Select.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { paths } from '../../../../web/paths.ts'
import { kindsBelow, municipalityTypes } from '../../model/unit-kind.ts'
import { client } from '../queries.ts'
import type { UnitPage } from '../unit-page.ts'
import { useUnitWords } from '../unit-words.ts'
import { ChangeDialog } from './ChangeDialog.tsx'

export function OpenUnitDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui()
  const words = useUnitWords()
  const navigate = useNavigate()
  const kinds = kindsBelow(unit.kind)
  const [name, setName] = useState('')
  const [kind, setKind] = useState(kinds[0] ?? 'department')
  const [municipalityType, setMunicipalityType] =
    useState<(typeof municipalityTypes)[number]>('rural')
  const [code, setCode] = useState('')
  const isMunicipality = kind === 'municipal-office'
  return (
    <ChangeDialog
      title={<Trans>Open a unit below: {unit.name}</Trans>}
      consequence={
        <Trans>
          People can be placed in it at once. Courses assigned to the unit above hold for them too.
        </Trans>
      }
      action={<Trans>Open the unit</Trans>}
      problemsOf={() =>
        name.trim() ? [] : [{ fieldId: 'unit-name', text: t`Enter the name of the unit.` }]
      }
      onSubmit={(change) =>
        client.organisation.create({
          unitId: unit.unitId,
          name: name.trim(),
          kind,
          municipalityType: isMunicipality ? municipalityType : null,
          code: code.trim() || null,
          ...change,
        })
      }
      onDone={({ unitId }) => {
        void navigate(paths.office(unitId))
        return t`The unit is open.`
      }}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextField
            id="unit-name"
            label={t`Name`}
            value={name}
            onChange={setName}
            maxLength={200}
            error={errorOf('unit-name')}
          />
          {kinds.length > 1 && (
            <Select
              label={t`Type of unit`}
              value={kind}
              onChange={(value) => setKind(kinds.find((each) => each === value) ?? kind)}
              options={kinds.map((each) => ({
                value: each,
                label: words.type({ kind: each, municipalityType: null }),
              }))}
            />
          )}
          {isMunicipality && (
            <Select
              label={t`Type of municipality`}
              value={municipalityType}
              onChange={(value) =>
                setMunicipalityType(
                  municipalityTypes.find((each) => each === value) ?? municipalityType,
                )
              }
              options={municipalityTypes.map((each) => ({
                value: each,
                label: words.type({ kind, municipalityType: each }),
              }))}
            />
          )}
          {kind !== 'department' && (
            <TextField
              label={unit.country === 'pl' ? t`TERYT code` : t`Office code`}
              optional
              width="short"
              value={code}
              onChange={setCode}
              maxLength={20}
            />
          )}
        </>
      )}
    </ChangeDialog>
  )
}
