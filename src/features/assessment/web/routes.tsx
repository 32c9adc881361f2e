import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { RouteObject } from 'react-router'
import type { Language } from '../../../contract/primitives.ts'
import { queryClient } from '../../../web/api.ts'
import type { PageHandle } from '../../../web/page-handle.ts'
import { assessmentQueries } from './queries.ts'
import { idsOf } from './quiz-ids.ts'

export const routes: RouteObject[] = [
  {
    path: 'learn/:enrolmentId/quiz',
    handle: { title: msg`Quiz` } satisfies PageHandle,
    loader: ({ params }) =>
      queryClient.fetchQuery(assessmentQueries.overview(idsOf(params).enrolmentId, reader())),
    lazy: { Component: async () => (await import('./QuizPage.tsx')).QuizPage },
  },
  {
    path: 'learn/:enrolmentId/quiz/:attemptId',
    handle: { title: msg`Quiz` } satisfies PageHandle,
    loader: ({ params }) => {
      const { enrolmentId, attemptId } = idsOf(params)
      return queryClient.ensureQueryData(assessmentQueries.paper(enrolmentId, attemptId, reader()))
    },
    // Another question of the same paper asks the server nothing.
    shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
    lazy: { Component: async () => (await import('./AttemptPage.tsx')).AttemptPage },
  },
  {
    path: 'learn/:enrolmentId/quiz/:attemptId/result',
    handle: { title: msg`Quiz result` } satisfies PageHandle,
    loader: ({ params }) => {
      const { enrolmentId, attemptId } = idsOf(params)
      return queryClient.ensureQueryData(assessmentQueries.review(enrolmentId, attemptId, reader()))
    },
    lazy: { Component: async () => (await import('./ResultPage.tsx')).ResultPage },
  },
]

const reader = () => i18n.locale as Language // only the three are ever activated
