import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Permission } from '../../../../contract/permission.ts'
import { ComboBox } from '../../../../web/design-system/ComboBox.tsx'
import { identityQueries } from '../queries.ts'

/** An office by typing, among those where the reader holds the permission. */
export function UnitChoice({
  permission,
  label,
  hint,
  error,
  id,
  name = '',
  onChange,
}: {
  permission: Permission
  label: string
  hint?: string
  error?: string | undefined
  id?: string
  /** Name of the office chosen already. */
  name?: string
  onChange: (unit: { id: string; name: string } | null) => void
}) {
  const [typed, setTyped] = useState(name)
  const search = useDeferredValue(typed === name ? '' : typed)
  const { data: units = [] } = useQuery({
    ...identityQueries.reach(permission, search.trim().slice(0, 200)),
    placeholderData: keepPreviousData,
  })
  return (
    <ComboBox
      {...(id && { id })}
      label={label}
      hint={hint}
      error={error}
      isSearchedByServer
      inputValue={typed}
      onInputChange={(text) => {
        setTyped(text)
        if (text === '') onChange(null)
      }}
      onSelectionChange={(key) => {
        const unit = units.find((each) => each.id === key)
        if (!unit) return
        setTyped(unit.name)
        onChange(unit)
      }}
      options={units.map((unit) => ({
        id: unit.id,
        label: unit.name,
        ...(unit.above && { note: unit.above }),
      }))}
    />
  )
}
