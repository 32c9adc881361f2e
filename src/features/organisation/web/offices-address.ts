import { paths } from '../../../web/paths.ts'

/** What the address of the offices says: it survives reload, back and sharing. */
export type OfficesAddress = { query: string; asOf: string | null; openIds: readonly string[] }

export function readAddress(search: URLSearchParams): OfficesAddress {
  return {
    query: (search.get('search') ?? '').trim().slice(0, 200),
    asOf: readAsOf(search),
    openIds: (search.get('open') ?? '').split(',').filter((id) => /^[0-9a-f-]{36}$/.test(id)),
  }
}

/** A civil date, or null for today. */
export function readAsOf(search: URLSearchParams): string | null {
  const asOf = search.get('asOf') ?? ''
  const isDate = /^(19|20)\d\d-\d\d-\d\d$/.test(asOf) && !Number.isNaN(Date.parse(asOf))
  // 31 February parses in some browsers as a day of March.
  return isDate && new Date(asOf).toISOString().startsWith(asOf) ? asOf : null
}

export const officePath = (unitId: string, asOf: string | null) =>
  asOf ? `${paths.office(unitId)}?asOf=${asOf}` : paths.office(unitId)

export const officesPath = (asOf: string | null) =>
  asOf ? `${paths.offices()}?asOf=${asOf}` : paths.offices()
