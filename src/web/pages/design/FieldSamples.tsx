import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ComboBox } from '../../design-system/ComboBox.tsx'
import { DateField } from '../../design-system/DateField.tsx'
import { FileDrop } from '../../design-system/FileDrop.tsx'
import { NumberField } from '../../design-system/NumberField.tsx'
import { SearchField } from '../../design-system/SearchField.tsx'
import { Select } from '../../design-system/Select.tsx'
import { TextArea } from '../../design-system/TextArea.tsx'
import { TextField } from '../../design-system/TextField.tsx'
import { Sample, Samples } from './Sample.tsx'

const offices = [
  { id: '1', label: 'Urząd Miejski w Łęcznej', note: 'łęczyński' },
  { id: '2', label: 'Urząd Gminy Puchaczów', note: 'łęczyński' },
  { id: '3', label: 'Urząd Miejski w Opolu Lubelskim', note: 'opolski' },
  { id: '4', label: 'Starostwo Powiatowe w Lublinie', note: 'lubelski' },
  { id: '5', label: 'Veszprém Vármegyei Kormányhivatal', note: 'Veszprém' },
]

export function FieldSamples() {
  const { t } = useLingui()
  const [fileName, setFileName] = useState<string>()
  return (
    <Samples>
      <Sample name="TextField">
        <div className="grid gap-5">
          <TextField label={<Trans>Name of the group</Trans>} defaultValue="BOM 2026" />
          <TextField
            label={<Trans>E-mail</Trans>}
            hint={<Trans>The address of your office, not a private one</Trans>}
            type="email"
            autoComplete="off"
          />
          <TextField
            label={<Trans>E-mail</Trans>}
            error={t`E-mail: not in a form we can read`}
            defaultValue="anna.mazur"
          />
          <TextField
            label={<Trans>Room</Trans>}
            optional
            width="short"
            input={{ inputMode: 'numeric' }}
          />
          <TextField label={<Trans>Office</Trans>} isDisabled defaultValue="Urząd Gminy Ludwin" />
          <TextField
            label={<Trans>Number</Trans>}
            isReadOnly
            defaultValue="UG-0118"
            width="medium"
          />
        </div>
      </Sample>
      <Sample name="TextArea, NumberField, DateField">
        <div className="grid gap-5">
          <TextArea
            label={<Trans>Message</Trans>}
            hint={<Trans>Goes by mail, in your name</Trans>}
            maxLength={200}
            rows={3}
          />
          <NumberField
            label={<Trans>Pass mark in percent</Trans>}
            defaultValue={80}
            minValue={0}
            maxValue={100}
          />
          <DateField
            label={<Trans>Due date</Trans>}
            hint={<Trans>The last day on which the course counts as in time</Trans>}
            defaultValue="2026-12-11"
          />
          <DateField
            label={<Trans>Due date</Trans>}
            error={t`Due date: this day does not exist`}
            defaultValue="2026-02-30"
          />
        </div>
      </Sample>
      <Sample name="Select, ComboBox, SearchField">
        <div className="grid gap-5">
          <SearchField label={t`Search offices`} />
          <Select
            label={<Trans>Role</Trans>}
            options={[
              { value: 'trainer', label: t`Trainer` },
              { value: 'manager', label: t`Manager` },
              { value: 'auditor', label: t`Auditor`, isDisabled: true },
            ]}
          />
          <Select
            label={<Trans>Role</Trans>}
            error={t`Role: nothing is entered`}
            options={[{ value: '', label: t`Choose a role` }]}
          />
          <ComboBox
            label={<Trans>Office</Trans>}
            hint={<Trans>Type a part of the name; accents are not needed</Trans>}
            options={offices}
          />
          <ComboBox
            label={<Trans>Office</Trans>}
            error={t`Office: nothing is entered`}
            options={offices}
          />
        </div>
      </Sample>
      <Sample name="FileDrop">
        <div className="grid gap-5">
          <FileDrop
            label={<Trans>List of people</Trans>}
            hint={<Trans>CSV or XLSX, up to 10 MB</Trans>}
            accept=".csv,.xlsx"
            fileName={fileName}
            onFile={(file) => setFileName(file.name)}
          />
          <FileDrop
            label={<Trans>List of people</Trans>}
            error={t`This file cannot be read. Save it as CSV or XLSX and try again.`}
            accept=".csv,.xlsx"
            fileName="people.pdf"
            onFile={() => {}}
          />
        </div>
      </Sample>
    </Samples>
  )
}
