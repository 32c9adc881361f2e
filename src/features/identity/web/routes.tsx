import { msg } from '@lingui/core/macro'
import type { RouteObject } from 'react-router'
import { queryClient } from '../../../web/api.ts'
import type { PageHandle } from '../../../web/page-handle.ts'
import { readFilter } from './people/people-filter.ts'
import { identityQueries } from './queries.ts'

const outside = { public: true, frame: 'bare' } as const

export const routes: RouteObject[] = [
  {
    path: 'sign-in',
    handle: { title: msg`Sign in`, ...outside } satisfies PageHandle,
    loader: () => queryClient.ensureQueryData(identityQueries.signInOptions()),
    lazy: { Component: async () => (await import('./sign-in/SignInPage.tsx')).SignInPage },
  },
  {
    path: 'forgotten-password',
    handle: { title: msg`Forgotten password`, ...outside } satisfies PageHandle,
    lazy: {
      Component: async () =>
        (await import('./sign-in/ForgottenPasswordPage.tsx')).ForgottenPasswordPage,
    },
  },
  {
    path: 'reset-password',
    handle: { title: msg`Choose a password`, ...outside } satisfies PageHandle,
    lazy: {
      Component: async () => (await import('./sign-in/NewPasswordPage.tsx')).NewPasswordPage,
    },
  },
  {
    path: 'set-up',
    handle: { title: msg`Set up Officina`, ...outside } satisfies PageHandle,
    loader: ({ request }) =>
      queryClient.ensureQueryData(
        identityQueries.setUp(new URL(request.url).searchParams.get('token') ?? ''),
      ),
    lazy: { Component: async () => (await import('./sign-in/SetUpPage.tsx')).SetUpPage },
  },
  {
    path: 'people',
    handle: { title: msg`People` } satisfies PageHandle,
    loader: ({ request }) =>
      queryClient.ensureInfiniteQueryData(
        identityQueries.people(readFilter(new URL(request.url).searchParams)),
      ),
    shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
    lazy: { Component: async () => (await import('./people/PeoplePage.tsx')).PeoplePage },
  },
  {
    path: 'people/new',
    handle: { title: msg`Add a person` } satisfies PageHandle,
    lazy: { Component: async () => (await import('./people/NewPersonPage.tsx')).NewPersonPage },
  },
  {
    path: 'people/import',
    handle: { title: msg`Import people` } satisfies PageHandle,
    loader: () => queryClient.ensureQueryData(identityQueries.imports()),
    lazy: { Component: async () => (await import('./import/ImportStartPage.tsx')).ImportStartPage },
  },
  {
    path: 'people/import/:importId',
    handle: { title: msg`Import people` } satisfies PageHandle,
    loader: ({ params }) =>
      queryClient.ensureQueryData(identityQueries.import(params.importId ?? '')),
    lazy: { Component: async () => (await import('./import/ImportPage.tsx')).ImportPage },
  },
  {
    path: 'people/:personId',
    handle: { title: msg`Person` } satisfies PageHandle,
    loader: ({ params }) =>
      queryClient.ensureQueryData(identityQueries.person(params.personId ?? '')),
    lazy: { Component: async () => (await import('./people/PersonPage.tsx')).PersonPage },
  },
  {
    path: 'me',
    lazy: { Component: async () => (await import('./me/MeLayout.tsx')).MeLayout },
    children: [
      {
        index: true,
        handle: { title: msg`My profile` } satisfies PageHandle,
        loader: () => queryClient.ensureQueryData(identityQueries.profile()),
        lazy: { Component: async () => (await import('./me/ProfilePage.tsx')).ProfilePage },
      },
      {
        path: 'appearance',
        handle: { title: msg`Language and appearance` } satisfies PageHandle,
        lazy: { Component: async () => (await import('./me/AppearancePage.tsx')).AppearancePage },
      },
      {
        path: 'security',
        handle: { title: msg`Security` } satisfies PageHandle,
        loader: () => queryClient.ensureQueryData(identityQueries.security()),
        lazy: { Component: async () => (await import('./me/SecurityPage.tsx')).SecurityPage },
      },
      {
        path: 'who-sees-what',
        handle: { title: msg`Who sees what about me` } satisfies PageHandle,
        loader: () => queryClient.ensureQueryData(identityQueries.whoSeesMe()),
        lazy: { Component: async () => (await import('./me/WhoSeesMePage.tsx')).WhoSeesMePage },
      },
    ],
  },
]
