import { useLingui } from '@lingui/react/macro'
import { useNavigate, useSearchParams } from 'react-router'
import { Select } from '../../../../web/design-system/Select.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { useUnitWords } from '../../../organisation/web/public.tsx'
import type { UnitLabel } from '../../contract.ts'
import { changed, type DashboardAddress, toUnit } from '../dashboard-address.ts'
import { ViewLinks } from '../ViewLinks.tsx'
import type { Here } from './here.ts'

/** Which of my units, which course, required ones or all; each choice is in the address. */
export function DashboardFilters({
  here,
  address,
  myUnits,
}: {
  here: Here
  address: DashboardAddress
  myUnits: readonly UnitLabel[]
}) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { label } = useUnitWords()
  const go = (to: string) => navigate(to, { preventScrollReset: true })
  const courses = here.courses.toSorted((a, b) => format.compare(a.title, b.title))
  const path = [here.unit, ...here.ancestors]
  return (
    <div className="no-print flex flex-wrap items-end gap-x-6 gap-y-4">
      {myUnits.length > 1 && (
        <Select
          label={t`Unit`}
          width="medium"
          value={myUnits.find((mine) => path.some((unit) => unit.unitId === mine.unitId))?.unitId}
          options={myUnits.map((unit) => ({ value: unit.unitId, label: label(unit) }))}
          onChange={(unit) => go(toUnit(search, unit))}
        />
      )}
      {(courses.length > 1 || address.courseId) && (
        <Select
          label={t`Course`}
          width="medium"
          value={address.courseId ?? ''}
          options={[
            { value: '', label: t`All courses` },
            ...courses.map(({ courseId, title }) => ({ value: courseId, label: title })),
          ]}
          onChange={(course) => go(changed(search, { course: course || null }))}
        />
      )}
      <ViewLinks
        label={t`What is counted`}
        links={[
          {
            to: changed(search, { all: null }),
            label: t`Required courses`,
            isCurrent: address.onlyRequired,
          },
          {
            to: changed(search, { all: '1' }),
            label: t`Chosen ones too`,
            isCurrent: !address.onlyRequired,
          },
        ]}
      />
    </div>
  )
}
