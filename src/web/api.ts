import { createORPCClient, ORPCError, onError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { BatchLinkPlugin } from '@orpc/client/plugins'
import type { ContractRouterClient } from '@orpc/contract'
import {
  createTanstackQueryUtils,
  type OperationContext,
  TANSTACK_QUERY_OPERATION_CONTEXT_SYMBOL as operation,
} from '@orpc/tanstack-query'
import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query'
import type { contract } from '../contract/index.ts'
import { isBusy, isNetworkError, isUntouched, pauseMs } from './again.ts'
import { earlyAnswer } from './early-answer.ts'
import { refusalIn } from './refusal-in.ts'

const requestIds = new WeakMap<Error, string>()
let latestRequestId: string | null = null

/** The number under which the server's log tells of this failure; null when it never got there. */
export function requestIdOf(error: unknown): string | null {
  return error instanceof Error ? (requestIds.get(error) ?? null) : null
}

const isKept = ([slice]: readonly string[]) => slice === 'catalogue'

const link = new RPCLink<OperationContext>({
  url: () => `${window.location.origin}/rpc`,
  // Courses and lessons are long and seldom change: asked so, the browser keeps them and asks whether they hold.
  method: (_, path) => (isKept(path) ? 'GET' : 'POST'),
  fetch: async (request, init) => {
    const response = (await earlyAnswer(request)) ?? (await fetch(request, init))
    latestRequestId = response.headers.get('x-request-id')
    const refusal = await refusalIn(response)
    if (refusal) throw refusal
    return response
  },
  interceptors: [
    onError((error) => {
      if (error instanceof Error && latestRequestId) requestIds.set(error, latestRequestId)
    }),
  ],
  plugins: [
    new BatchLinkPlugin({
      exclude: ({ path }) => isKept(path),
      // Only what is read to be shown: a change or a file goes alone, and waits for nobody.
      groups: [
        {
          condition: ({ context }) =>
            ['query', 'infinite'].includes(context[operation]?.type ?? 'none'),
          context: {},
        },
      ],
    }),
  ],
})

/** Calls procedures directly: `client.learning.withdraw({ enrolmentId })`. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link)

/** Query and mutation options, keyed by the contract: `api.learning.home.queryOptions()`. */
export const api = createTanstackQueryUtils(client)

/**
 * Dispatches `ended` when the server says that nobody is signed in any more, `begun` after a sign-in, `leaving` when
 * somebody is about to sign out, `left` when the page has forgotten who was there.
 */
export const sessionEvents = new EventTarget()

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'offlineFirst',
      // Reading may be asked again; a busy server is waited for, a minute or two, while a notice says so.
      // Without a line it is said at once: who waits for a page must not wait without a word.
      retry: (failures, error) =>
        mayAskAgain(failures, error) && (onlineManager.isOnline() || !isNetworkError(error)),
      retryDelay,
    },
    mutations: {
      networkMode: 'offlineFirst',
      // Not for long: who waits for a change thinks that it is lost, and makes it again.
      retry: (failures, error) => failures < 2 && isUntouched(error),
      retryDelay,
    },
  },
})

/**
 * For the `retry` of what narrows a list that is shown: without a line the question waits, and the list stays.
 * @param failures before this one
 */
export function mayAskAgain(failures: number, error: Error): boolean {
  return failures < (isBusy(error) ? 6 : isNetworkError(error) ? 3 : 0)
}

/** @param failures before this one */
function retryDelay(failures: number, error: Error): number {
  return isBusy(error) ? pauseMs(error, failures + 1) : Math.min(1000 * 2 ** failures, 30_000)
}

/** Said by queries and mutations themselves; who calls a procedure directly says it here. */
export function noticeEndedSession(error: unknown): void {
  if (error instanceof ORPCError && error.code === 'UNAUTHORIZED')
    sessionEvents.dispatchEvent(new Event('ended'))
}
