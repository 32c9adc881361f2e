import { useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useState } from 'react'
import { useSearchParams } from 'react-router'
import { SearchField } from '../../../web/design-system/SearchField.tsx'
import { AsOfForm } from './AsOfForm.tsx'

const pauseMs = 250

/** Search and day stand in the address. */
export function OfficeFilterBar({ asOf }: { asOf: string | null }) {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const told = search.get('search') ?? ''
  const [typed, setTyped] = useState(told)
  const [known, setKnown] = useState(told)
  // "Back" brings an older search: the field follows it.
  if (told !== known) {
    setKnown(told)
    if (told !== typed.trim()) setTyped(told)
  }
  const tell = useEffectEvent(() => {
    if (typed.trim() === told) return
    setSearch(
      (now) => {
        if (typed.trim()) now.set('search', typed.trim())
        else now.delete('search')
        return now
      },
      { replace: true, preventScrollReset: true },
    )
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter starts the pause anew
  useEffect(() => {
    const timer = window.setTimeout(() => tell(), pauseMs)
    return () => window.clearTimeout(timer)
  }, [typed])

  return (
    <div className="grid items-end gap-x-10 gap-y-5 lg:grid-cols-[3fr_auto]">
      <search data-tour="office-search">
        <SearchField label={t`Name or code of an office`} value={typed} onChange={setTyped} />
      </search>
      <AsOfForm key={asOf} asOf={asOf} />
    </div>
  )
}
