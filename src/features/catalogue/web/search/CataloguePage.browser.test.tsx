import '../../../../web/design-system/styles.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { Language } from '../../../../contract/primitives.ts'
import { catalogueQueries } from '../queries.ts'
import { CataloguePage } from './CataloguePage.tsx'
import { filtersIn } from './course-filters.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

test('what is typed goes into the address after a pause; clearing empties field and address', async () => {
  const { screen, router } = await show('/catalogue', { '': 2, 'q=call': 0 })
  await expect.element(screen.getByRole('status')).toHaveTextContent('2 courses')
  await screen.getByRole('searchbox', { name: 'Search courses' }).fill('call')
  await expect.element(screen.getByText('No course matches')).toBeVisible()
  expect(router.state.location.search).toBe('?q=call')
  await expect.element(screen.getByRole('status')).toHaveTextContent('0 courses')
  await screen.getByRole('button', { name: 'Clear search and filters' }).click()
  await expect.element(screen.getByRole('status')).toHaveTextContent('2 courses')
  await expect.element(screen.getByRole('searchbox')).toHaveValue('')
  expect(router.state.location.search).toBe('')
})

test('an address brings its search and filters along', async () => {
  const { screen, router } = await show('/catalogue?q=call&topic=procedure', {
    'q=call&topic=procedure': 1,
    'q=call': 2,
  })
  await expect.element(screen.getByRole('searchbox')).toHaveValue('call')
  await expect.element(screen.getByRole('combobox', { name: 'Topic' })).toHaveValue('procedure')
  await screen.getByRole('combobox', { name: 'Topic' }).selectOptions('All topics')
  await expect.element(screen.getByRole('status')).toHaveTextContent('2 courses')
  expect(router.state.location.search).toBe('?q=call')
})

test('a course leads to its page', async () => {
  const { screen } = await show('/catalogue', { '': 1 })
  await expect
    .element(screen.getByRole('link', { name: 'Course 1' }))
    .toHaveAttribute('href', '/courses/course-1')
})

/** @param totals how many courses each address finds */
async function show(address: string, totals: Record<string, number>) {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  })
  for (const [search, total] of Object.entries(totals)) {
    const filters = filtersIn(new URLSearchParams(search))
    queryClient.setQueryData(catalogueQueries.search('en', filters).queryKey, {
      courses: Array.from({ length: total }, (_, index) => row(index + 1)),
      total,
    })
  }
  const router = createMemoryRouter([{ path: '/catalogue', Component: CataloguePage }], {
    initialEntries: [address],
  })
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </I18nProvider>,
  )
  return { screen, router }
}

const row = (number: number) => ({
  courseId: `course-${number}` as never, // branded
  title: `Course ${number}`,
  subtitle: 'Subtitle',
  summary: 'Summary',
  topics: ['client-service'],
  audience: ['head'],
  languages: ['en', 'pl'] satisfies Language[],
  minutes: 60,
  lessonCount: 8,
  legalState: '2026-11-22',
  figure: null,
})
