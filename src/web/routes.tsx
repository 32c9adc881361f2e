import { msg } from '@lingui/core/macro'
import { type MiddlewareFunction, matchRoutes, type RouteObject, redirect } from 'react-router'
import { queryClient } from './api.ts'
import { applyAppearance } from './appearance.ts'
import { activateLanguage, loadAllTexts, loadTextsOf } from './i18n/language.ts'
import { ErrorPage } from './layout/ErrorPage.tsx'
import { Shell } from './layout/Shell.tsx'
import { StartingPage } from './layout/StartingPage.tsx'
import type { PageHandle } from './page-handle.ts'
import { helpTexts } from './pages/help/help-texts.ts'
import { paths } from './paths.ts'
import { preloadPage } from './preload-page.ts'
import { meQuery } from './session.ts'

/** A slice shows its pages by having a `web/routes.tsx` that exports `routes`; nothing else is to be registered. */
const slices = import.meta.glob<{ routes: RouteObject[] }>('../features/*/web/routes.tsx', {
  eager: true,
})

const shellRoutes: RouteObject[] = [
  {
    path: 'help',
    handle: { title: msg`Help`, public: true } satisfies PageHandle,
    loader: () => loadTextsOf(helpTexts),
    lazy: { Component: async () => (await import('./pages/help/HelpPage.tsx')).HelpPage },
  },
  {
    path: 'help/:role',
    handle: { title: msg`Help`, public: true } satisfies PageHandle,
    loader: () => loadTextsOf(helpTexts),
    lazy: {
      Component: async () => (await import('./pages/help/RoleHelpPage.tsx')).RoleHelpPage,
    },
  },
  {
    path: 'accessibility',
    handle: { title: msg`Accessibility statement`, public: true } satisfies PageHandle,
    lazy: {
      Component: async () => (await import('./pages/AccessibilityPage.tsx')).AccessibilityPage,
    },
  },
  {
    path: 'design',
    handle: { title: msg`Design system`, public: true } satisfies PageHandle,
    lazy: { Component: async () => (await import('./pages/design/DesignPage.tsx')).DesignPage },
  },
  {
    path: '*',
    handle: { title: msg`Page not found`, public: true } satisfies PageHandle,
    lazy: { Component: async () => (await import('./pages/NotFoundPage.tsx')).NotFoundPage },
  },
]

/** Asks who is there before any loader runs; who is not signed in comes back to this address after signing in. */
const requireSession: MiddlewareFunction = async ({ request }) => {
  const url = new URL(request.url)
  const asking = queryClient.ensureQueryData(meQuery())
  const texts = url.pathname === paths.home() ? null : loadAllTexts()
  // On a first visit the page's data is asked for in the same round trip, as if who asks were known.
  if (queryClient.getQueryData(meQuery().queryKey) === undefined) void preloadPage(routes, url)
  const me = await asking.catch((error: unknown) => {
    if (!isPublic(url)) throw error
    // Help and the accessibility statement open even when the server does not answer.
    queryClient.setQueryData(meQuery().queryKey, null, { updatedAt: 0 })
    return null
  })
  if (me) {
    applyAppearance(me.person.appearance)
    await activateLanguage(me.person.language)
  }
  await texts
  if (!me && !isPublic(url)) {
    const here = url.pathname + url.search
    throw redirect(paths.signIn(here === '/' ? undefined : here))
  }
}

const isPublic = ({ pathname }: URL) =>
  matchRoutes(routes, pathname)?.some(
    ({ route }) => (route.handle as PageHandle | undefined)?.public, // only PageHandle is ever put there
  ) ?? false

/** Whether the address shows a page to who is here now, rather than leading to the sign-in page. */
export const mayOpen = (url: URL): boolean =>
  isPublic(url) || Boolean(queryClient.getQueryData(meQuery().queryKey))

export const routes: RouteObject[] = [
  {
    id: 'root',
    middleware: [requireSession],
    // Middleware runs for routes with something to load.
    loader: () => null,
    Component: Shell,
    HydrateFallback: StartingPage,
    errorElement: <ErrorPage isAlone />,
    children: [
      {
        id: 'pages',
        // A page that fails leaves header and navigation standing.
        errorElement: <ErrorPage />,
        children: [...Object.values(slices).flatMap((slice) => slice.routes), ...shellRoutes],
      },
    ],
  },
]
