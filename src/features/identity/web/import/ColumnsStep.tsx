import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { Progress } from '../../../../web/design-system/Progress.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { useErrorText } from '../../../../web/errors.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { missingFields } from '../../model/import-guess.ts'
import { type ImportField, type ImportMapping, importFields } from '../../model/import-shape.ts'
import { api, client, identityQueries } from '../queries.ts'
import type { ImportRun } from './import-run.ts'
import { runErrorWords } from './import-words.ts'
import { useFieldNames } from './use-field-names.ts'

/** Which column is what: guessed from the headings, with the first values to compare. */
export function ColumnsStep({ run, onChecked }: { run: ImportRun; onChecked: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const fieldNames = useFieldNames()
  const errorText = useErrorText(runErrorWords)
  const queryClient = useQueryClient()
  const [mapping, setMapping] = useState<ImportMapping>(run.mapping)
  const [problems, setProblems] = useState<FormProblem[]>([])
  const check = useMutation({
    mutationFn: () => client.identity.imports.check({ importId: run.id, mapping }),
    onSuccess: async (checked) => {
      queryClient.setQueryData(identityQueries.import(run.id).queryKey, checked)
      queryClient.removeQueries({ queryKey: api.identity.imports.faults.key() })
      onChecked()
    },
    onError: (error) => setProblems([{ text: errorText(error) }]),
  })
  const { data: live } = useQuery({
    ...identityQueries.import(run.id),
    refetchInterval: check.isPending ? 500 : false,
  })
  const done = format.number(live?.doneRows ?? 0)
  const total = format.number(run.totalRows)

  function submit() {
    const found = missingFields(mapping).map((field) => ({
      fieldId: `column-${field}`,
      text: t`Choose a column: ${fieldNames[field]}`,
    }))
    setProblems(found)
    if (found.length === 0) check.mutate()
  }
  function choose(field: ImportField, value: string) {
    const { [field]: _, ...others } = mapping
    setMapping(value === '' ? others : { ...others, [field]: Number(value) })
  }
  const sampleOf = (field: ImportField) => {
    const column = mapping[field]
    if (column === undefined) return undefined
    const values = run.sample.map((row) => row[column]).filter(Boolean)
    return values.length > 0 ? values.join(' · ') : t`empty in the first rows`
  }

  return (
    <form
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div>
        <h2>
          <Trans>Which column is what?</Trans>
        </h2>
        <p className="mt-1 max-w-[60ch] text-ink-2">
          <Trans>
            We have guessed from the headings. Below each choice stand the first values, so that you
            can compare.
          </Trans>
        </p>
      </div>
      <ErrorSummary problems={problems} />
      <div className="grid items-end gap-x-8 gap-y-5 sm:grid-cols-2">
        {importFields.map((field) => (
          <Select
            key={field}
            id={`column-${field}`}
            label={fieldNames[field]}
            optional={!['givenName', 'familyName', 'email', 'unit'].includes(field)}
            hint={sampleOf(field)}
            error={problems.find(({ fieldId }) => fieldId === `column-${field}`)?.text}
            value={mapping[field] === undefined ? '' : String(mapping[field])}
            onChange={(value) => choose(field, value)}
            options={[
              { value: '', label: t`not in this file` },
              ...run.columns.map((column, index) => ({
                value: String(index),
                label: column || t`Column ${index + 1}`,
              })),
            ]}
          />
        ))}
      </div>
      {check.isPending ? (
        <div role="status" className="grid max-w-md gap-2">
          <p>
            <Trans>
              Checked: {done} of {total}
            </Trans>
          </p>
          <Progress
            share={(live?.doneRows ?? 0) / Math.max(1, run.totalRows)}
            label={t`The file is being checked`}
          />
        </div>
      ) : (
        <Button type="submit" className="justify-self-start">
          <Trans>Check the file</Trans>
        </Button>
      )}
    </form>
  )
}
