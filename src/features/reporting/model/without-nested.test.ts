import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutNested } from './without-nested.ts'

const row = (path: string, all: number) => ({
  path,
  all,
  completed: all,
  onTheWay: 0,
  overdue: 0,
  notBegun: 0,
  people: 2 * all,
})

test('each row keeps what no row below it counts', () => {
  const rows = [
    row('c.g', 10),
    row('c', 16),
    row('c.g.x.d', 4),
    row('c.g.x.d.e', 1),
    row('c.gg', 2),
  ]
  expect(withoutNested(rows).map(({ path, all, people }) => [path, all, people])).toEqual([
    ['c.g', 6, 12],
    ['c', 4, 8],
    ['c.g.x.d', 3, 6],
    ['c.g.x.d.e', 1, 2],
    ['c.gg', 2, 4],
  ])
})

test('a row whose sums have not followed a move counts nothing less than nothing', () => {
  const here = { path: 'c', all: 3, completed: 1, onTheWay: 2, overdue: 0, notBegun: 0, people: 3 }
  const movedHere = { ...here, path: 'c.m', all: 5, completed: 4, onTheWay: 1, people: 5 }
  expect(withoutNested([here, movedHere])).toEqual([
    { ...here, all: 1, completed: 0, onTheWay: 1, people: 0 },
    movedHere,
  ])
})

test('rows add up to the topmost one, whichever are shown', () => {
  const path = fc.array(fc.constantFrom('a', 'b'), { maxLength: 5 })
  fc.assert(
    fc.property(
      fc.array(path, { minLength: 1, maxLength: 30 }),
      fc.array(path),
      (people, shown) => {
        const paths = new Set(['r', ...shown.map((each) => ['r', ...each].join('.'))])
        const below = (unit: string) =>
          people.filter((each) => `${['r', ...each].join('.')}.`.startsWith(`${unit}.`)).length
        const rows = withoutNested([...paths].map((unit) => row(unit, below(unit))))
        expect(rows.reduce((sum, { all }) => sum + all, 0)).toBe(people.length)
        expect(rows.every(({ all }) => all >= 0)).toBe(true)
      },
    ),
  )
})
