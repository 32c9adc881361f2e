import '../../../../web/design-system/styles.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeAll, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import type { Block } from '../../model/lesson-document.ts'
import { LessonDocument } from './LessonDocument.tsx'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

test('each block carries its index, headings their own anchor', async () => {
  const { container } = await show([
    { type: 'heading', level: 2, id: 'main', children: [text('Main')] },
    paragraph('First words'),
  ])
  expect(
    [...container.querySelectorAll('[data-block]')].map((block) =>
      block.getAttribute('data-block'),
    ),
  ).toEqual(['0', '1'])
  expect(container.querySelector('#section-main')?.textContent).toBe('Main')
})

test('says at once whether an answer is right and why, and may be tried again', async () => {
  const { screen, onBlockState } = await show([check({ several: false })])
  await screen.getByRole('button', { name: 'Check' }).click()
  await expect.element(screen.getByText('Choose an answer first.')).toBeVisible()
  await screen.getByRole('radio', { name: 'Two' }).click()
  await screen.getByRole('button', { name: 'Check' }).click()
  await expect.element(screen.getByText('Not this one')).toBeVisible()
  await expect.element(screen.getByText('Why two')).toBeVisible()
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect.element(screen.getByRole('radio', { name: 'One' })).toHaveFocus()
  await screen.getByRole('radio', { name: 'One' }).click()
  await screen.getByRole('button', { name: 'Check' }).click()
  await expect.element(screen.getByText('Right', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('Why two')).not.toBeInTheDocument()
  await screen.getByRole('button', { name: 'Why not the others?' }).click()
  await expect.element(screen.getByText('Why two')).toBeVisible()
  expect(onBlockState.mock.calls).toEqual([
    ['which', [1]],
    ['which', [0]],
  ])
})

test('with several right answers it says what is missing and what does not belong', async () => {
  const { screen } = await show([check({ several: true })])
  await screen.getByRole('checkbox', { name: 'One' }).click()
  await screen.getByRole('checkbox', { name: 'Two' }).click()
  await screen.getByRole('button', { name: 'Check' }).click()
  await expect
    .element(screen.getByText('1 answer does not belong here. 1 right answer is missing.'))
    .toBeVisible()
})

test('shows what was tried and ticked before', async () => {
  const { screen } = await show([check({ several: false }), checklist], {
    blockState: { which: [0], before: [1, 99, 'x'] },
  })
  await expect.element(screen.getByText('Right', { exact: true })).toBeVisible()
  await expect.element(screen.getByRole('checkbox', { name: 'Pen' })).not.toBeChecked()
  await expect.element(screen.getByRole('checkbox', { name: 'Form' })).toBeChecked()
})

test('tells of each tick in a checklist', async () => {
  const { screen, onBlockState } = await show([checklist], { blockState: { before: [1] } })
  await screen.getByRole('checkbox', { name: 'Pen' }).click()
  await screen.getByRole('checkbox', { name: 'Form' }).click()
  expect(onBlockState.mock.calls).toEqual([
    ['before', [0, 1]],
    ['before', [0]],
  ])
})

test('keeps a reflection when the writer leaves the field, once', async () => {
  const { screen, onReflection } = await show(
    [{ type: 'reflection', id: 'mine', blocks: [paragraph('What would you say?')] }],
    { reflections: { mine: 'Good' } },
  )
  const field = screen.getByRole('textbox', { name: 'What would you say?' })
  await expect.element(field).toHaveValue('Good')
  await field.fill('Good morning')
  await screen.getByRole('heading', { level: 1 }).click()
  await vi.waitFor(() => expect(onReflection.mock.calls).toEqual([['mine', 'Good morning']]))
})

test('keeps a reflection when the page goes', async () => {
  const { screen, onReflection, unmount } = await show([
    { type: 'reflection', id: 'mine', blocks: [paragraph('What would you say?')] },
  ])
  await screen.getByRole('textbox').fill('Good morning')
  await unmount()
  expect(onReflection.mock.calls).toEqual([['mine', 'Good morning']])
})

test('the answer to a case is not there before it is asked for', async () => {
  const { screen } = await show([
    {
      type: 'case',
      title: 'Seven days',
      blocks: [paragraph('A story')],
      reveal: { label: 'Show one good answer', blocks: [paragraph('The answer')] },
    },
  ])
  const button = screen.getByRole('button', { name: 'Show one good answer' })
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
  await expect.element(screen.getByText('The answer')).not.toBeVisible()
  await button.click()
  await expect.element(screen.getByText('The answer')).toBeVisible()
})

test('a figure is heard by its alternative text', async () => {
  const { screen } = await show([
    { type: 'figure', svg: '<svg viewBox="0 0 9 9"></svg>', alt: 'A stamp', caption: 'Caption' },
  ])
  await expect.element(screen.getByRole('img', { name: 'A stamp' })).toBeInTheDocument()
})

test('links lead to other lessons of the course, or out of it', async () => {
  const { screen } = await show([
    {
      type: 'paragraph',
      children: [
        { type: 'link', href: 'probing.md#open', children: [text('probing')] },
        { type: 'link', href: 'https://eli.gov.pl/', children: [text('act')] },
      ],
    },
  ])
  await expect
    .element(screen.getByRole('link', { name: 'probing' }))
    .toHaveAttribute('href', '/learn/probing#section-open')
  await expect
    .element(screen.getByRole('link', { name: 'act' }))
    .toHaveAttribute('href', 'https://eli.gov.pl/')
})

test('a wide table scrolls in a place that the keyboard reaches', async () => {
  const cell = (words: string) => [text(words)]
  const { screen } = await show(
    [
      {
        type: 'table',
        head: ['A', 'B', 'C'].map(cell),
        rows: [['long '.repeat(9), 'long '.repeat(9), 'long '.repeat(9)].map(cell)],
      },
    ],
    { width: 300 },
  )
  await expect
    .element(screen.getByRole('region', { name: 'Table: A, B, C' }))
    .toHaveAttribute('tabindex', '0')
})

test('accordions are open on paper and closed again afterwards', async () => {
  const { screen, container } = await show([
    {
      type: 'accordion',
      title: 'The client does not know',
      blocks: [paragraph('Make it smaller')],
    },
  ])
  await expect.element(screen.getByText('The client does not know')).toBeVisible()
  window.dispatchEvent(new Event('beforeprint'))
  expect(container.querySelector('details')?.open).toBe(true)
  window.dispatchEvent(new Event('afterprint'))
  expect(container.querySelector('details')?.open).toBe(false)
})

const text = (words: string) => ({ type: 'text' as const, text: words })
const paragraph = (words: string): Block => ({ type: 'paragraph', children: [text(words)] })

const checklist: Block = {
  type: 'checklist',
  id: 'before',
  title: 'Before the call',
  items: [[text('Pen')], [text('Form')]],
}

const check = ({ several }: { several: boolean }): Block => ({
  type: 'check',
  id: 'which',
  several,
  question: [paragraph('Which?')],
  options: [
    { text: [text('One')], right: true, why: [text('Why one')] },
    { text: [text('Two')], right: false, why: [text('Why two')] },
    { text: [text('Three')], right: several, why: [text('Why three')] },
  ],
})

async function show(
  blocks: Block[],
  {
    blockState = {},
    reflections = {},
    width = 700,
  }: {
    blockState?: Record<string, unknown>
    reflections?: Record<string, string>
    width?: number
  } = {},
) {
  const onBlockState = vi.fn()
  const onReflection = vi.fn()
  const document = {
    documentVersion: 1 as const,
    title: 'Lesson',
    summary: 'Summary',
    minutes: 7,
    legalState: '2026-11-22',
    blocks,
    sources: [],
  }
  const page = (
    <div style={{ width }}>
      <LessonDocument
        document={document}
        lang="en"
        lessonNumber={1}
        blockState={blockState}
        onBlockState={onBlockState}
        reflections={reflections}
        onReflection={onReflection}
        lessonHref={(key) => `/learn/${key}`}
      />
    </div>
  )
  const router = createMemoryRouter([{ path: '*', element: page }])
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  )
  return {
    screen,
    container: screen.container,
    unmount: screen.unmount,
    onBlockState,
    onReflection,
  }
}
