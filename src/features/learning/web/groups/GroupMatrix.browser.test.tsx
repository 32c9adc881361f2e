import '../../../../web/design-system/styles.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { useState } from 'react'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { EnrolmentId } from '../../../../contract/primitives.ts'
import { GroupMatrix } from './GroupMatrix.tsx'
import { membersFixture } from './matrix/members-fixture.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))
beforeEach(() => page.viewport(1240, 900))

const lessons = Array.from({ length: 40 }, (_, index) => ({
  key: `lesson-${index + 1}`,
  title: `Title ${index + 1}`,
}))

/** Takes more lines than a row has, at any width. */
const longUnit =
  'Department of citizens’ affairs, permits and registers of the county office, '.repeat(3)

function Matrix({
  count,
  from = 0,
  mayChoose,
}: {
  count: number
  from?: number
  mayChoose: boolean
}) {
  const [chosen, onChoose] = useState<ReadonlySet<EnrolmentId>>(new Set())
  return (
    <I18nProvider i18n={i18n}>
      <GroupMatrix
        lessons={lessons}
        members={membersFixture(count, lessons.length).slice(from)}
        units={['Office A', 'Office B', longUnit]}
        choice={mayChoose ? { chosen, onChoose } : null}
      />
      <output>{chosen.size} chosen</output>
    </I18nProvider>
  )
}

async function show({ count = 400, mayChoose = true } = {}) {
  const screen = await render(<Matrix count={count} mayChoose={mayChoose} />)
  await expect.element(screen.getByRole('row').nth(3)).toBeVisible()
  const grid = screen.getByRole('grid').element()
  return { screen, grid }
}

/** Where the focus is, by row and column from 1. */
function focused() {
  const cell = document.activeElement?.closest('[aria-colindex]')
  const row = cell?.closest('[aria-rowindex]')
  return [row, cell].map((each, index) =>
    Number(each?.getAttribute(index === 0 ? 'aria-rowindex' : 'aria-colindex')),
  )
}

const cellsDrawn = (grid: Element) => grid.querySelectorAll('[role=gridcell]').length

/** Not below the header or the names, not beside the window. */
function isInView(grid: Element): boolean {
  const cell = document.activeElement?.closest('[aria-colindex]')?.getBoundingClientRect()
  const box = grid.getBoundingClientRect()
  const head = grid.querySelector('[role=row]')?.getBoundingClientRect()
  const name = document.activeElement?.closest('[role=row]')?.firstElementChild
  const names = name?.getBoundingClientRect()
  if (!cell || !head || !names) return false
  const isBesideName = cell.left > names.left && cell.top < names.bottom
  return (
    cell.bottom <= box.bottom + 1 &&
    cell.right <= box.right + 1 &&
    cell.left >= (isBesideName ? names.right : box.left) - 1 &&
    (cell.top >= head.bottom - 1 || cell.top === head.top)
  )
}

test('tells how much there is and draws only what is in view', async () => {
  const { grid } = await show()
  expect(grid.getAttribute('aria-rowcount')).toBe('401')
  expect(grid.getAttribute('aria-colcount')).toBe('44')
  await expect.poll(() => cellsDrawn(grid)).toBeGreaterThan(50)
  expect(cellsDrawn(grid)).toBeLessThan(1000)
})

test('says each cell’s state in words, and frames where somebody is stuck', async () => {
  const { screen } = await show({ count: 12 })
  const first = screen.getByRole('row').nth(1)
  expect(first.getByRole('rowheader').element().textContent).toBe('Learner 1Office A')
  await expect.element(first.getByRole('gridcell', { name: 'done' }).first()).toBeVisible()
  const stuck = screen.getByRole('row').nth(9)
  await expect.element(stuck.getByRole('gridcell', { name: 'stuck here' })).toBeVisible()
})

test.each([360, 768, 1240])('nothing is cut off in a row at %i px', async (width) => {
  await page.viewport(width, 900)
  const { grid } = await show({ count: 20 })
  grid.scrollTo(0, grid.scrollHeight * 0.4)
  const drawn = () => [...grid.querySelectorAll('[role=rowgroup]:last-child > [role=row]')]
  const highest = () => drawn().find((row) => row.textContent?.startsWith('Learner 9'))
  await expect.poll(() => highest() && cellsDrawn(highest() ?? grid)).toBeGreaterThan(5)
  for (const words of [longUnit, 'overdue since', 'stuck since'])
    expect(highest()?.textContent).toContain(words)
  for (const row of drawn())
    for (const cell of [row, ...row.querySelectorAll('[role=rowheader], [role=gridcell]')])
      expect(cell.scrollHeight, cell.textContent ?? '').toBeLessThanOrEqual(cell.clientHeight + 1)
})

test('brings rows and columns as it is scrolled', async () => {
  const { screen, grid } = await show()
  grid.scrollTo(grid.scrollWidth, grid.scrollHeight / 2)
  await expect.element(screen.getByText('Learner 201', { exact: true })).toBeVisible()
  await expect.element(screen.getByRole('columnheader', { name: 'Minutes' })).toBeVisible()
  await expect.element(screen.getByRole('checkbox', { name: 'Choose all shown' })).toBeVisible()
  expect(cellsDrawn(grid)).toBeLessThan(1000)
})

test('is one stop for Tab; keys lead from cell to cell and scroll it into view', async () => {
  const { grid } = await show()
  await userEvent.keyboard('{Tab}')
  expect(focused()).toEqual([1, 1])
  const presses: [string, number[]][] = [
    ['{ArrowDown}', [2, 1]],
    ['{ArrowRight}{ArrowRight}', [2, 3]],
    ['{End}', [2, 44]],
    ['{Home}', [2, 1]],
    ['{Control>}{End}{/Control}', [401, 44]],
    ['{ArrowUp}', [400, 44]],
    ['{Control>}{Home}{/Control}', [1, 1]],
  ]
  for (const [keys, place] of presses) {
    await userEvent.keyboard(keys)
    expect(focused(), keys).toEqual(place)
    await expect.poll(() => isInView(grid), { message: keys }).toBe(true)
  }
  await userEvent.keyboard('{PageDown}')
  expect(focused()[0]).toBeGreaterThan(4)
  await userEvent.keyboard('{Tab}')
  expect(grid.contains(document.activeElement)).toBe(false)
})

test('a press on a cell gives it the focus, and keys go on from there', async () => {
  const { screen } = await show()
  const row = screen.getByRole('row').nth(3)
  await row.getByRole('gridcell').nth(4).click()
  expect(focused()).toEqual([4, 6])
  await row.getByRole('gridcell').nth(7).click()
  expect(focused()).toEqual([4, 9])
  await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toEqual([5, 9])
})

test('the focus survives scrolling far away', async () => {
  const { screen, grid } = await show()
  await userEvent.keyboard('{Tab}{ArrowDown}{ArrowRight}')
  grid.scrollTo(0, grid.scrollHeight)
  await expect.element(screen.getByText('Learner 400', { exact: true })).toBeVisible()
  expect(focused()).toEqual([2, 2])
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(() => isInView(grid)).toBe(true)
})

test('people are chosen by the space bar, by a press, and all at once', async () => {
  const { screen } = await show()
  const count = screen.getByRole('status')
  await userEvent.keyboard('{Tab}{ArrowDown} {ArrowDown} ')
  await expect.element(count).toHaveTextContent('2 chosen')
  await expect.element(screen.getByRole('row').nth(1)).toHaveAttribute('aria-selected', 'true')
  await screen.getByText('Learner 1', { exact: true }).click()
  await expect.element(count).toHaveTextContent('1 chosen')
  await screen.getByText('Choose all shown').click()
  await expect.element(count).toHaveTextContent('400 chosen')
})

test('shows the lesson of the cell at hand in full', async () => {
  const { screen } = await show({ mayChoose: false })
  await userEvent.keyboard('{Tab}{ArrowDown}{ArrowRight}{ArrowRight}')
  await expect.element(screen.getByText('2. Title 2 · Learner 1: done')).toBeInTheDocument()
})

test('on a phone all lessons share a line, and nothing scrolls sideways', async () => {
  await page.viewport(360, 780)
  const { screen, grid } = await show()
  expect(grid.scrollWidth).toBeLessThanOrEqual(grid.clientWidth)
  const row = screen.getByRole('row').nth(1)
  await expect.poll(() => row.element().querySelectorAll('[role=gridcell]').length).toBe(43)
  const tops = [...row.element().querySelectorAll('[role=gridcell]')]
    .slice(0, 40)
    .map((cell) => cell.getBoundingClientRect().top)
  expect(new Set(tops).size).toBe(1)
  expect(grid.querySelectorAll('[role=row]').length).toBeLessThan(40)
})

test('in the narrow layout keys never lead to a header that nobody sees', async () => {
  await page.viewport(320, 780)
  const { grid } = await show({ count: 12 })
  const presses: [string, number[]][] = [
    ['{Tab}{End}{ArrowRight}', [1, 1]],
    ['{ArrowDown}{ArrowRight}{ArrowRight}', [2, 3]],
    ['{ArrowUp}', [1, 1]],
    ['{Control>}{End}{/Control}', [13, 44]],
    ['{Control>}{Home}{/Control}', [1, 1]],
  ]
  for (const [keys, place] of presses) {
    await userEvent.keyboard(keys)
    expect(focused(), keys).toEqual(place)
    await expect.poll(() => isInView(grid), { message: keys }).toBe(true)
  }
})

test('on paper everybody and every lesson is there; the screen comes back as it was', async () => {
  const { screen, grid } = await show()
  await userEvent.keyboard('{Tab}{PageDown}{PageDown}{ArrowRight}')
  await expect.poll(() => grid.scrollTop).toBeGreaterThan(200)
  const [place, top] = [focused(), grid.scrollTop]
  window.dispatchEvent(new Event('beforeprint'))
  expect(document.querySelectorAll('tbody tr')).toHaveLength(400)
  expect(document.querySelectorAll('tbody tr:last-child td')).toHaveLength(43)
  expect(grid.closest('.no-print')).not.toBeNull()
  window.dispatchEvent(new Event('afterprint'))
  await expect.element(screen.getByRole('table')).not.toBeInTheDocument()
  expect(focused()).toEqual(place)
  expect(grid.scrollTop).toBe(top)
  await userEvent.keyboard('{ArrowRight}')
  expect(focused()).toEqual([place[0], (place[1] ?? 0) + 1])
})

test('with colours of the reader’s own, states still look different', async () => {
  const forced = (value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })
  await show({ count: 12 })
  await forced('active')
  try {
    expect(matchMedia('(forced-colors: active)').matches).toBe(true)
    const looks = ['done', 'begun', 'open', 'stuck'].map((state) => {
      const { backgroundColor, backgroundImage, borderTopStyle, borderTopWidth } = getComputedStyle(
        document.querySelector(`.lesson-square.is-${state}`) ?? document.body,
      )
      return [backgroundColor, backgroundImage, borderTopStyle, borderTopWidth].join(' ')
    })
    expect(new Set(looks).size, looks.join('\n')).toBe(4)
  } finally {
    await forced('none')
  }
})

test('choosing all shown leaves the others as they are', async () => {
  const { screen } = await show({ count: 12 })
  await screen.getByText('Learner 1', { exact: true }).click()
  await screen.rerender(<Matrix count={12} from={6} mayChoose />)
  await screen.getByText('Choose all shown').click()
  await expect.element(screen.getByRole('status')).toHaveTextContent('7 chosen')
  await screen.getByText('Choose all shown').click()
  await expect.element(screen.getByRole('status')).toHaveTextContent('1 chosen')
})
