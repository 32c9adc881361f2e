import type { InferContractRouterOutputs } from '@orpc/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { contract } from '../contract/index.ts'
import type { Permission } from '../contract/permission.ts'
import { api, queryClient, sessionEvents } from './api.ts'

export type Me = NonNullable<InferContractRouterOutputs<typeof contract>['identity']['me']>

export const meQuery = () => api.identity.me.queryOptions({ staleTime: 5 * 60_000 })

/** Who is signed in; null when nobody is. The root's middleware has asked before any page shows. */
export function useMe(): Me | null {
  return useSuspenseQuery(meQuery()).data
}

export function useMay(): (permission: Permission) => boolean {
  const me = useMe()
  return (permission) => me?.permissions.includes(permission) ?? false
}

/** Call after a sign-in: nothing cached for somebody else, or for nobody, stays. */
export async function startSession(): Promise<Me | null> {
  queryClient.clear()
  const me = await queryClient.fetchQuery(meQuery())
  sessionEvents.dispatchEvent(new Event('begun'))
  return me
}

/** Ends the session on the server first; when that fails, the person is still signed in and is told so. */
export async function signOut(): Promise<void> {
  const response = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (!response.ok) throw new Error(`sign-out answered ${response.status}`)
  forgetSession()
}

export function forgetSession(): void {
  sessionEvents.dispatchEvent(new Event('left'))
  queryClient.clear()
  queryClient.setQueryData(meQuery().queryKey, null)
}
