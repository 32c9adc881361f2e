import { msg } from '@lingui/core/macro'
import type { RouteObject } from 'react-router'
import { queryClient } from '../../../../web/api.ts'
import type { PageHandle } from '../../../../web/page-handle.ts'
import { readerLanguage } from '../reader-language.ts'
import { groupIdOf } from './group-id.ts'
import { groupQueries, readGroupFilter } from './group-queries.ts'

export const groupRoutes: RouteObject[] = [
  {
    path: 'groups',
    handle: { title: msg`Groups` } satisfies PageHandle,
    loader: ({ request }) =>
      queryClient.ensureQueryData(
        groupQueries.list(readGroupFilter(new URL(request.url).searchParams), readerLanguage()),
      ),
    lazy: { Component: async () => (await import('./GroupsPage.tsx')).GroupsPage },
  },
  {
    path: 'groups/new',
    handle: { title: msg`New group` } satisfies PageHandle,
    loader: () => queryClient.ensureQueryData(groupQueries.choices(readerLanguage())),
    lazy: { Component: async () => (await import('./NewGroupPage.tsx')).NewGroupPage },
  },
  {
    path: 'groups/:groupId',
    handle: { title: msg`Group` } satisfies PageHandle,
    loader: ({ params }) =>
      queryClient.ensureQueryData(groupQueries.group(groupIdOf(params), readerLanguage())),
    lazy: { Component: async () => (await import('./GroupPage.tsx')).GroupPage },
  },
]
