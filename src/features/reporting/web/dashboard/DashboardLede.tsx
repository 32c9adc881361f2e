import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../../web/i18n/format.ts'
import type { DashboardAddress } from '../dashboard-address.ts'
import { type Here, isNetwork } from './here.ts'

/** The page's subject as a sentence: how many offices, or whose training. */
export function useDashboardTitle({ unit, officeCount, summary }: Here): string {
  const { t } = useLingui()
  const { name } = unit
  if (!unit.isOffice && officeCount > 0)
    return t`${plural(officeCount, { one: 'Training in # office', other: 'Training in # offices' })}`
  const { people } = summary
  if (people === 0) return name
  return t`${plural(people, { one: `${name}: training of # person`, other: `${name}: training of # people` })}`
}

export function DashboardLede({ here, address }: { here: Here; address: DashboardAddress }) {
  const format = useFormat()
  const date = format.date(here.asOf)
  const { name, officeCount } = here.network
  return (
    <>
      {address.onlyRequired ? (
        <Trans>Required courses, as of {date}.</Trans>
      ) : (
        <Trans>Required and chosen courses, as of {date}.</Trans>
      )}{' '}
      {isNetwork(here) ? (
        <Trans>These are all offices of {name}.</Trans>
      ) : (
        <Plural
          value={officeCount}
          one={`Compared with the network: ${name}, # office.`}
          other={`Compared with the network: ${name}, # offices.`}
        />
      )}
    </>
  )
}
