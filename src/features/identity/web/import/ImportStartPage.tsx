import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Breadcrumbs } from '../../../../web/design-system/Breadcrumbs.tsx'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Callout } from '../../../../web/design-system/Callout.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { FileDrop } from '../../../../web/design-system/FileDrop.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { useErrorText } from '../../../../web/errors.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import { UnitChoice } from '../people/UnitChoice.tsx'
import { api, client, identityQueries } from '../queries.ts'
import { ImportStateTag } from './ImportStateTag.tsx'
import { fileErrorWords } from './import-words.ts'

export function ImportStartPage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const errorText = useErrorText(fileErrorWords)
  const format = useFormat()
  const { data: imports } = useSuspenseQuery(identityQueries.imports())
  const { data: reach } = useSuspenseQuery(identityQueries.reach('people.import', ''))
  const [unitId, setUnitId] = useState<string | null>(reach[0]?.id ?? null)
  const [file, setFile] = useState<File | null>(null)
  const [problems, setProblems] = useState<FormProblem[]>([])
  const upload = useMutation({
    mutationFn: (input: { unitId: string; file: File }) => client.identity.imports.upload(input),
    onSuccess: async ({ importId }) => {
      await queryClient.invalidateQueries({ queryKey: api.identity.imports.key() })
      await navigate(paths.peopleImport(importId))
    },
    onError: (error) => setProblems([{ fieldId: 'file', text: errorText(error) }]),
  })
  const errorOf = (id: string) => problems.find(({ fieldId }) => fieldId === id)?.text

  function submit() {
    const found: FormProblem[] = [
      ...(unitId ? [] : [{ fieldId: 'unit', text: t`Choose an office from the list.` }]),
      ...(file ? [] : [{ fieldId: 'file', text: t`Choose a file.` }]),
      ...(file && file.size > 25_000_000
        ? [{ fieldId: 'file', text: t(fileErrorWords.PAYLOAD_TOO_LARGE) }]
        : []),
    ]
    setProblems(found)
    if (found.length === 0 && unitId && file) upload.mutate({ unitId, file })
  }

  return (
    <div className="grid gap-8">
      <PageHeader
        above={
          <Breadcrumbs crumbs={[{ label: t`People`, to: paths.people() }, { label: t`Import` }]} />
        }
        title={<Trans>Import people</Trans>}
        lede={
          <Trans>
            From your personnel system, as CSV or XLSX. First everything is checked; nothing changes
            until you say so.
          </Trans>
        }
      />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <form
          noValidate
          className="grid content-start gap-6"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <ErrorSummary problems={problems} />
          <FileDrop
            id="file"
            label={t`File`}
            hint={t`CSV or XLSX, up to 25 MB and 20,000 rows. The first row holds the headings.`}
            accept=".csv,.txt,.xlsx"
            fileName={file?.name}
            error={errorOf('file')}
            onFile={setFile}
          />
          <UnitChoice
            id="unit"
            permission="people.import"
            label={t`For which office`}
            hint={t`Whoever imports people there may see this import.`}
            name={reach[0]?.name ?? ''}
            error={errorOf('unit')}
            onChange={(unit) => setUnitId(unit?.id ?? null)}
          />
          <Button type="submit" isPending={upload.isPending} className="justify-self-start">
            <Trans>Upload and choose columns</Trans>
          </Button>
        </form>
        <div className="grid content-start gap-8">
          <Callout tone="neutral" title={<Trans>What a row needs</Trans>}>
            <ul className="list-disc ps-5">
              <li>
                <Trans>given and family name, or both in one column</Trans>
              </li>
              <li>
                <Trans>e-mail address</Trans>
              </li>
              <li>
                <Trans>office: its code or its name</Trans>
              </li>
            </ul>
            <p className="mt-2">
              <Trans>
                A personnel number is worth adding: by it people are met again, even when name or
                address change. Job role, first day, language and role may be there too.
              </Trans>
            </p>
          </Callout>
          {imports.length > 0 && (
            <section aria-labelledby="earlier" className="grid gap-3">
              <h2 id="earlier">
                <Trans>Earlier imports</Trans>
              </h2>
              <ul className="border-line border-t">
                {imports.map((run) => (
                  <li key={run.id} className="border-line border-b py-3">
                    <p className="flex flex-wrap items-center gap-3">
                      <Link to={paths.peopleImport(run.id)} className="break-all font-semibold">
                        {run.fileName}
                      </Link>
                      <ImportStateTag state={run.state} />
                    </p>
                    <p className="text-ink-2 text-sm">
                      {format.dateTime(run.createdAt)} · {run.unitName}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </div>
  )
}
