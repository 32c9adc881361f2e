import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useNavigate, useSearchParams } from 'react-router'
import type { UnitId } from '../../../../contract/primitives.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { FigureStrip } from '../../../../web/design-system/FigureStrip.tsx'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { wholePercent } from '../../model/whole-percent.ts'
import { changed } from '../dashboard-address.ts'
import { reportingQueries } from '../queries.ts'

const yearsOffered = 5

/** What the annual report asks for, of any recent year, ready to print. */
export function AnnualFigures({
  unitId,
  unitName,
  asOf,
  year,
}: {
  unitId: UnitId
  unitName: string
  asOf: string
  year: number | undefined
}) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const thisYear = Number(asOf.slice(0, 4))
  const shownYear = year ?? thisYear
  const { data } = useSuspenseQuery(reportingQueries.annual(unitId, shownYear))
  const years = new Set([
    ...Array.from({ length: yearsOffered }, (_, n) => thisYear - n),
    shownYear,
  ])
  const share = (part: number, all: number) => {
    const percent = wholePercent(part, all)
    return percent === null ? '–' : format.percent(percent / 100)
  }
  const date = format.date(asOf)
  const yearText = String(shownYear)
  const trainedShare = share(data.peopleTrained, data.people)
  const people = format.number(data.people)
  const offices = format.number(data.offices)
  const completions = format.number(data.completions)
  const [partText, allText] = [
    format.number(data.requiredCompleted),
    format.number(data.requiredDue),
  ]
  return (
    <div className="grid gap-5">
      <div data-tour="annual" className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h2>
            <Trans>Figures for the annual report: {yearText}</Trans>
          </h2>
          <p className="mt-1 text-ink-2">
            {shownYear === thisYear ? (
              <Trans>
                {unitName} · from 1 January to today, {date}
              </Trans>
            ) : (
              <Trans>
                {unitName} · whole year, as known on {date}
              </Trans>
            )}
          </p>
        </div>
        <div className="no-print flex flex-wrap items-end gap-4">
          <Select
            label={t`Year`}
            value={String(shownYear)}
            options={[...years]
              .toSorted((a, b) => b - a)
              .map((each) => ({ value: String(each), label: String(each) }))}
            onChange={(next) =>
              navigate(changed(search, { year: next === String(thisYear) ? null : next }), {
                preventScrollReset: true,
              })
            }
          />
          <Button look="quiet" onPress={() => window.print()}>
            <Icon of={Printer} size={18} />
            <Trans>Print this page</Trans>
          </Button>
        </div>
      </div>
      <FigureStrip
        figures={[
          {
            label: <Trans>People trained</Trans>,
            value: format.number(data.peopleTrained),
            note: (
              <Trans>
                {trainedShare} of {people} people
              </Trans>
            ),
          },
          {
            label: <Trans>Offices with people trained</Trans>,
            value: format.number(data.officesWithTrained),
            note: <Trans>of {offices} offices</Trans>,
          },
          {
            label: <Trans>Hours of learning</Trans>,
            value: format.number(Math.round(data.learnedMinutes / 60)),
            note: <Trans>courses completed: {completions}</Trans>,
          },
          {
            label: <Trans>Required and due that year, completed</Trans>,
            value: share(data.requiredCompleted, data.requiredDue),
            note: (
              <Trans>
                {partText} of {allText}
              </Trans>
            ),
          },
        ]}
      />
      <p className="max-w-[70ch] text-ink-3 text-sm">
        <Trans>
          Everybody counts who worked here that year, with what was completed while working here.
          Who left or moved since still counts. Hours are the reading time of the courses completed,
          not time measured.
        </Trans>
      </p>
    </div>
  )
}
