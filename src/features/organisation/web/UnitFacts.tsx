import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { useFormat } from '../../../web/i18n/format.ts'
import { paths } from '../../../web/paths.ts'
import { useMay } from '../../../web/session.ts'
import type { UnitPage } from './unit-page.ts'
import { useUnitWords } from './unit-words.ts'

/** What the register knows of the unit, and ways to its people and their training. */
export function UnitFacts({ unit }: { unit: UnitPage }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useUnitWords()
  const may = useMay()
  const all = format.number(unit.people)
  const here = format.number(unit.peopleHere)
  const codeName = unit.country === 'pl' ? t`TERYT code` : t`Office code`
  const facts: (readonly [string, React.ReactNode])[] = [
    [t`Type of unit`, words.type(unit)],
    ...(unit.code ? ([[codeName, unit.code]] as const) : []),
    [
      t`People`,
      unit.people === unit.peopleHere ? all : t`${all}, of them in the unit itself: ${here}`,
    ],
    ...(unit.isOffice || unit.officeCount === 0
      ? []
      : ([[t`Offices`, format.number(unit.officeCount)]] as const)),
    [t`Open from`, format.date(unit.openedOn)],
    ...(unit.closedOn ? ([[t`Closed from`, format.date(unit.closedOn)]] as const) : []),
  ]
  const peopleFilter = new URLSearchParams({ unit: unit.unitId, unitName: unit.name })
  return (
    <section aria-labelledby="register" className="grid gap-4">
      <h2 id="register">
        <Trans>Register</Trans>
      </h2>
      <dl className="border-line border-t">
        {facts.map(([name, value]) => (
          <div
            key={name}
            className="grid gap-x-6 border-line border-b py-2.5 sm:grid-cols-[minmax(9rem,2fr)_3fr]"
          >
            <dt className="text-ink-2">{name}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      {!unit.closedOn && (
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          {may('people.read') && (
            <Link to={`${paths.people()}?${peopleFilter}`}>
              <Trans>People who work here</Trans>
            </Link>
          )}
          {may('reports.read') && (
            <Link to={paths.dashboard(unit.unitId)}>
              <Trans>Their training</Trans>
            </Link>
          )}
        </p>
      )}
    </section>
  )
}
