import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { roles } from '../../../../contract/permission.ts'
import { SearchField } from '../../../../web/design-system/SearchField.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { roleNames } from '../role-names.ts'
import { UnitChoice } from './UnitChoice.tsx'

export function PeopleFilterBar() {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(search.get('search') ?? '')

  const set = (values: Record<string, string | null>) =>
    setSearch(
      (now) => {
        for (const [name, value] of Object.entries(values))
          if (value) now.set(name, value)
          else now.delete(name)
        return now
      },
      { replace: true, preventScrollReset: true },
    )

  // biome-ignore lint/correctness/useExhaustiveDependencies: waits for the typing alone
  useEffect(() => {
    if (typed === (search.get('search') ?? '')) return
    const settled = setTimeout(() => set({ search: typed }), 250)
    return () => clearTimeout(settled)
  }, [typed])

  return (
    <search className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1.3fr_1fr]">
      <SearchField
        data-tour="people-search"
        label={t`Name or e-mail address`}
        value={typed}
        onChange={setTyped}
      />
      <UnitChoice
        permission="people.read"
        label={t`Office and everything below it`}
        name={search.get('unitName') ?? ''}
        onChange={(unit) => set({ unit: unit?.id ?? null, unitName: unit?.name ?? null })}
      />
      <Select
        label={t`Role`}
        value={search.get('role') ?? ''}
        onChange={(role) => set({ role })}
        options={[
          { value: '', label: t`Any role` },
          ...roles
            .filter((role) => role !== 'learner')
            .map((role) => ({ value: role, label: t(roleNames[role]) })),
        ]}
      />
      <Select
        label={t`Account`}
        value={search.get('state') ?? ''}
        onChange={(state) => set({ state })}
        options={[
          { value: '', label: t`Open` },
          { value: 'inactive', label: t`Closed` },
          { value: 'all', label: t({ message: 'All', context: 'accounts' }) },
        ]}
      />
    </search>
  )
}
