import type { OfficesAddress } from './offices-address.ts'
import type { TreeQuestion } from './queries.ts'

/** What the page of all offices asks first: the two topmost levels, or what fits the search. */
export const topQuestion = ({ query, asOf }: OfficesAddress): TreeQuestion => ({
  ...(query === '' ? { depth: 2 } : { query }),
  ...(asOf && { asOf }),
})
