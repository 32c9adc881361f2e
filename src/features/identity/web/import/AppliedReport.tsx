import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Callout } from '../../../../web/design-system/Callout.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import { FaultyRows } from './FaultyRows.tsx'
import { ImportFigures } from './ImportFigures.tsx'
import type { ImportRun } from './import-run.ts'

export function AppliedReport({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const format = useFormat()
  const { create, update, faulty } = run.summary
  const taken = create + update
  return (
    <div className="grid gap-8">
      <div role="status" className="grid gap-4">
        <h2>
          {t`${plural(taken, { one: '# person was taken over', other: '# people were taken over' })}`}
        </h2>
        <ImportFigures run={run} />
      </div>
      <Callout tone="done">
        {run.appliedAt && <Trans>Taken over: {format.dateTime(run.appliedAt)}.</Trans>}{' '}
        <Trans>
          Courses assigned to these offices reach the new people by themselves within a minute.
        </Trans>
      </Callout>
      {faulty > 0 && <FaultyRows run={run} />}
      <div className="flex flex-wrap gap-3">
        <LinkButton to={paths.people()}>
          <Trans>Go to the people</Trans>
        </LinkButton>
        <LinkButton to={paths.peopleImport()} look="quiet">
          <Trans>Import another file</Trans>
        </LinkButton>
      </div>
    </div>
  )
}
