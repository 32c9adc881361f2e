import { msg } from '@lingui/core/macro'
import type { RouteObject } from 'react-router'
import { queryClient } from '../../../web/api.ts'
import type { PageHandle } from '../../../web/page-handle.ts'
import { reportingQueries } from './queries.ts'

export const routes: RouteObject[] = [
  {
    path: 'dashboard',
    handle: { title: msg`Dashboard` } satisfies PageHandle,
    loader: async (args) => {
      // Asked for while the rest of the loader comes, and beside who is there; the loader says what fails.
      void queryClient.prefetchQuery(reportingQueries.myUnits())
      return (await import('./load-dashboard.ts')).loadDashboard(args)
    },
    lazy: {
      Component: async () => (await import('./DashboardPage.tsx')).DashboardPage,
    },
  },
]
