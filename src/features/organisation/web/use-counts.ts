import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

/** Numbers with their words. */
export function useCounts() {
  const { t } = useLingui()
  return {
    offices: (count: number) => t`${plural(count, { one: '# office', other: '# offices' })}`,
    people: (count: number) => t`${plural(count, { one: '# person', other: '# people' })}`,
    units: (count: number) => t`${plural(count, { one: '# unit', other: '# units' })}`,
  }
}
