import { useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { ComboBox } from '../../../../web/design-system/ComboBox.tsx'
import type { UnitListRow } from '../../contract.ts'
import { organisationQueries } from '../queries.ts'
import { useUnitWords } from '../unit-words.ts'

/** A unit by typing, among those that `fits` lets stand. */
export function UnitChoice({
  id,
  label,
  error,
  fits,
  beside = null,
  onChange,
}: {
  id: string
  label: string
  error?: string | undefined
  fits: (unit: UnitListRow) => boolean
  /** Units below this one come first: departments have the same names everywhere. */
  beside?: string | null
  onChange: (unit: UnitListRow | null) => void
}) {
  const { t } = useLingui()
  const words = useUnitWords()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed.trim().slice(0, 200))
  const { data } = useQuery({
    ...organisationQueries.tree({ query }),
    enabled: query.length > 1,
    placeholderData: keepPreviousData,
  })
  const found = query.length > 1 ? (data?.rows.filter(fits) ?? []) : []
  const isBeside = (unit: UnitListRow) => unit.parentId === beside
  const units = [...found.filter(isBeside), ...found.filter((unit) => !isBeside(unit))]
  return (
    <ComboBox
      id={id}
      label={label}
      hint={t`Type two letters of its name; accents are not needed.`}
      error={error}
      isSearchedByServer
      inputValue={typed}
      onInputChange={(text) => {
        setTyped(text)
        if (text === '') onChange(null)
      }}
      onSelectionChange={(key) => {
        const unit = units.find(({ unitId }) => unitId === key)
        if (!unit) return
        setTyped(unit.name)
        onChange(unit)
      }}
      options={units.map((unit) => ({
        id: unit.unitId,
        label: words.label(unit),
        ...(unit.parentName && { note: unit.parentName }),
      }))}
    />
  )
}
