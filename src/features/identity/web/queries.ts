import type { Permission, Role } from '../../../contract/permission.ts'
import { api, client } from '../../../web/api.ts'

export type PeopleFilter = {
  search?: string
  unitId?: string
  role?: Role
  state?: 'active' | 'inactive' | 'all'
}

/** One query a screen; loaders and pages share them. */
export const identityQueries = {
  signInOptions: () => api.identity.signInOptions.queryOptions({ staleTime: 60_000 }),
  setUp: (token: string) => api.identity.setUp.status.queryOptions({ input: { token } }),
  profile: () => api.identity.profile.get.queryOptions(),
  security: () => api.identity.security.overview.queryOptions(),
  whoSeesMe: () => api.identity.whoSeesMe.queryOptions(),
  people: (filter: PeopleFilter) =>
    api.identity.people.list.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, limit: 100, ...(after && { after }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  person: (personId: string) => api.identity.people.get.queryOptions({ input: { personId } }),
  reach: (permission: Permission, search: string) =>
    api.identity.reach.queryOptions({ input: { permission, search } }),
  imports: () => api.identity.imports.list.queryOptions(),
  import: (importId: string) => api.identity.imports.get.queryOptions({ input: { importId } }),
  importFaults: (importId: string) =>
    api.identity.imports.faults.infiniteOptions({
      input: (after: string | undefined) => ({ importId, limit: 50, ...(after && { after }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
}

export { api, client }
