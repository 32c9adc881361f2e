import type { InferContractRouterOutputs } from '@orpc/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { contract } from '../contract/index.ts'
import type { Permission } from '../contract/permission.ts'
import { api, queryClient, sessionEvents } from './api.ts'
import { hearOtherTabs, tellOtherTabs } from './session-channel.ts'

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
  tellOtherTabs({ type: 'person', personId: me?.person.id ?? null })
  return me
}

/**
 * Ends the session on the server first; when that fails, the person is still signed in and is told so. The caller
 * leaves the page, and with it goes what is remembered: forgotten under a page that shows it, it is asked for anew.
 */
export async function signOut(): Promise<void> {
  const response = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (!response.ok) throw new Error(`sign-out answered ${response.status}`)
  sessionEvents.dispatchEvent(new Event('left'))
  tellOtherTabs({ type: 'person', personId: null })
}

/**
 * Opens this page anew when another tab has changed who is signed in. A session that ended by itself is not told:
 * its person may come back, and find what was being written still there.
 * @returns ends it
 */
export function followOtherTabs(reload = () => window.location.reload()): () => void {
  return hearOtherTabs((news) => {
    const me = queryClient.getQueryData(meQuery().queryKey)
    if (news.type === 'person' && me !== undefined && news.personId !== (me?.person.id ?? null))
      reload()
  })
}
