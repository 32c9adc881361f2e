import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { FigureStrip } from '../../../../web/design-system/FigureStrip.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import type { ImportRun } from './import-run.ts'

export function ImportFigures({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const format = useFormat()
  const note = t`${plural(run.totalRows, { one: 'of # row', other: 'of # rows' })}`
  const { create, update, unchanged, faulty } = run.summary
  return (
    <FigureStrip
      figures={[
        { label: t`New`, value: format.number(create), note },
        { label: t`Changed`, value: format.number(update), note },
        { label: t`Unchanged`, value: format.number(unchanged), note },
        { label: t`Faulty`, value: format.number(faulty), note },
      ]}
    />
  )
}
