import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

type Named = { name: string; municipalityType: string | null }

const typeWords: Record<string, MessageDescriptor> = {
  urban: msg`urban`,
  'urban-rural': msg`urban-rural`,
  rural: msg`rural`,
  city: msg`city with county rights`,
}

/** The name, with the type of municipality where another one of those shown bears the same name. */
export function useUnitName(shown: readonly Named[]): (unit: Named) => string {
  const { t } = useLingui()
  return (unit) => {
    const words = typeWords[unit.municipalityType ?? '']
    const isShared = shown.filter(({ name }) => name === unit.name).length > 1
    return isShared && words ? `${unit.name} (${t(words)})` : unit.name
  }
}
