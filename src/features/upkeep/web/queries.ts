import { api } from '../../../web/api.ts'

export const upkeepQueries = {
  backups: () => api.upkeep.backups.queryOptions({ staleTime: 300_000 }),
}
