import { msg } from '@lingui/core/macro'
import type { RouteObject } from 'react-router'
import type { PageHandle } from '../../../web/page-handle.ts'

export const routes: RouteObject[] = [
  {
    path: 'dashboard',
    handle: { title: msg`Dashboard` } satisfies PageHandle,
    lazy: {
      loader: async () => (await import('./load-dashboard.ts')).loadDashboard,
      Component: async () => (await import('./DashboardPage.tsx')).DashboardPage,
    },
  },
]
