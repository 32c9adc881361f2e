import { msg } from '@lingui/core/macro'
import type { RouteObject } from 'react-router'
import { queryClient } from '../../../web/api.ts'
import type { PageHandle } from '../../../web/page-handle.ts'
import { readAddress, readAsOf } from './offices-address.ts'
import { organisationQueries } from './queries.ts'
import { topQuestion } from './top-question.ts'

const searchOf = (request: Request) => new URL(request.url).searchParams

export const routes: RouteObject[] = [
  {
    path: 'offices',
    handle: { title: msg`Offices` } satisfies PageHandle,
    loader: ({ request }) =>
      queryClient.ensureQueryData(
        organisationQueries.tree(topQuestion(readAddress(searchOf(request)))),
      ),
    // Letters of the search are asked for by the page, which keeps showing what it has.
    shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
    lazy: { Component: async () => (await import('./OfficesPage.tsx')).OfficesPage },
  },
  {
    path: 'offices/:unitId',
    handle: { title: msg`Office` } satisfies PageHandle,
    loader: ({ params, request }) =>
      queryClient.ensureQueryData(
        organisationQueries.unit(params.unitId ?? '', readAsOf(searchOf(request))),
      ),
    lazy: { Component: async () => (await import('./OfficePage.tsx')).OfficePage },
  },
]
