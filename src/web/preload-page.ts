import {
  type LoaderFunctionArgs,
  matchRoutes,
  type RouteObject,
  RouterContextProvider,
} from 'react-router'

/**
 * Brings code and data of an address before somebody goes there. What fails is left to the navigation, which
 * says so; what has come already is not asked for again, by the caches of modules and of queries.
 */
export async function preloadPage(routes: RouteObject[], url: URL): Promise<void> {
  const matches = matchRoutes(routes, url.pathname) ?? []
  const results = await Promise.allSettled(
    matches.flatMap(({ route, params }) => {
      const { lazy, loader } = route
      const args: LoaderFunctionArgs = {
        request: new Request(url),
        url,
        pattern: route.path ?? '',
        params,
        context: new RouterContextProvider(),
      }
      const parts = typeof lazy === 'object' ? lazy : undefined
      const load = async (by: typeof loader | null) => (typeof by === 'function' ? by(args) : null)
      return [load(loader), parts?.Component?.(), parts?.loader?.().then(load)]
    }),
  )
  const further = results.map(redirectIn).find((each) => each !== null)
  if (further) await preloadPage(routes, new URL(further, url))
}

/** Where a loader leads on to, as `/learn/:enrolmentId` does to the lesson. */
function redirectIn(result: PromiseSettledResult<unknown>): string | null {
  const told: unknown = result.status === 'fulfilled' ? result.value : result.reason
  return told instanceof Response ? told.headers.get('location') : null
}
