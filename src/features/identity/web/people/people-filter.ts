import { type Role, roles } from '../../../../contract/permission.ts'
import type { PeopleFilter } from '../queries.ts'

const states = ['active', 'inactive', 'all'] as const

/** The address holds the filter: it survives reload, back and sharing. */
export function readFilter(search: URLSearchParams): PeopleFilter {
  const text = search.get('search')?.trim().slice(0, 200)
  const unit = search.get('unit')
  const role = roles.find((each): each is Role => each === search.get('role'))
  const state = states.find((each) => each === search.get('state'))
  return {
    ...(text && { search: text }),
    ...(unit && /^[0-9a-f-]{36}$/.test(unit) && { unitId: unit }),
    ...(role && { role }),
    ...(state && state !== 'active' && { state }),
  }
}
