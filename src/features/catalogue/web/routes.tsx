import { msg } from '@lingui/core/macro'
import type { RouteObject } from 'react-router'
import { queryClient } from '../../../web/api.ts'
import type { PageHandle } from '../../../web/page-handle.ts'
import { catalogueQueries } from './queries.ts'
import { readerLanguage } from './reader-language.ts'
import { filtersIn } from './search/course-filters.ts'

export const routes: RouteObject[] = [
  {
    path: 'catalogue',
    handle: { title: msg`Catalogue` } satisfies PageHandle,
    loader: ({ request }) =>
      queryClient.ensureQueryData(
        catalogueQueries.search(readerLanguage(), filtersIn(new URL(request.url).searchParams)),
      ),
    lazy: { Component: async () => (await import('./search/CataloguePage.tsx')).CataloguePage },
  },
]
