import { msg } from '@lingui/core/macro'
import type { RouteObject } from 'react-router'
import { queryClient } from '../../../web/api.ts'
import type { PageHandle } from '../../../web/page-handle.ts'
import { courseLoader } from './course/course-loader.ts'
import { groupRoutes } from './groups/routes.tsx'
import { playerLoader } from './player/player-loader.ts'
import { learningQueries } from './queries.ts'
import { readerLanguage } from './reader-language.ts'

export const routes: RouteObject[] = [
  {
    index: true,
    handle: { title: msg`My training` } satisfies PageHandle,
    loader: () => queryClient.ensureQueryData(learningQueries.home(readerLanguage())),
    lazy: { Component: async () => (await import('./home/HomePage.tsx')).HomePage },
  },
  {
    path: 'courses/:courseId',
    handle: { title: msg`Course` } satisfies PageHandle,
    loader: courseLoader,
    lazy: { Component: async () => (await import('./course/CourseRoute.tsx')).CourseRoute },
  },
  {
    path: 'learn/:enrolmentId/:lessonKey?',
    handle: { title: msg`Lesson`, frame: 'bare' } satisfies PageHandle,
    loader: playerLoader,
    lazy: { Component: async () => (await import('./player/PlayerPage.tsx')).PlayerPage },
  },
  {
    path: 'assignments',
    handle: { title: msg`Assignments` } satisfies PageHandle,
    loader: () =>
      queryClient.ensureInfiniteQueryData(learningQueries.assignments(readerLanguage(), false)),
    lazy: {
      Component: async () => (await import('./assignments/AssignmentsPage.tsx')).AssignmentsPage,
    },
  },
  ...groupRoutes,
]
