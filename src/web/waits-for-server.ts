import { isBusy } from './again.ts'
import { queryClient } from './api.ts'

/** Whether something was refused because the server has too much to do, and will be asked again. */
export function waitsForServer(): boolean {
  const reads = queryClient.getQueryCache().getAll()
  const writes = queryClient.getMutationCache().getAll()
  return (
    reads.some(
      ({ state }) => state.fetchStatus === 'fetching' && isBusy(state.fetchFailureReason),
    ) || writes.some(({ state }) => state.status === 'pending' && isBusy(state.failureReason))
  )
}
