import { api, client } from '../../../web/api.ts'

export type TreeQuestion = { parentId?: string; depth?: number; query?: string; asOf?: string }

/** One query a screen; loaders and pages share them. */
export const organisationQueries = {
  tree: (question: TreeQuestion) => api.organisation.tree.queryOptions({ input: question }),
  unit: (unitId: string, asOf: string | null) =>
    api.organisation.unit.queryOptions({ input: { unitId, ...(asOf && { asOf }) } }),
}

export { api, client }
