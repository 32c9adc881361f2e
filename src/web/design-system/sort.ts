import { useSearchParams } from 'react-router'

export type Sort = {
  columnId: string
  direction: 'ascending' | 'descending'
  /** Name of the parameter in the address. */
  parameter: string
}

/** Order of a table, kept in the address: `?sort=name`, `?sort=-name` for descending. */
export function useSort(byDefault: string, parameter = 'sort'): Sort {
  const [search] = useSearchParams()
  const value = search.get(parameter) ?? byDefault
  const isDescending = value.startsWith('-')
  return {
    columnId: isDescending ? value.slice(1) : value,
    direction: isDescending ? 'descending' : 'ascending',
    parameter,
  }
}
