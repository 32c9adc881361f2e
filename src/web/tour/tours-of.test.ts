import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { roles } from '../../contract/permission.ts'
import { tours } from '../../contract/tour.ts'
import { stepsOf } from './tour-steps.ts'
import { toursOf, tourToOffer } from './tours-of.ts'

test('every role is shown around, and no tour has more than five steps', () => {
  for (const role of roles) expect(toursOf([role]).length).toBe(1)
  for (const tour of tours) expect(stepsOf[tour].length).toBeLessThanOrEqual(5)
})

test('who has no pages of her own is shown around as a learner', () => {
  expect(toursOf([])).toEqual(['learner'])
  expect(toursOf(['author', 'caller', 'examiner'])).toEqual(['learner'])
  expect(toursOf(['author', 'trainer'])).toEqual(['trainer'])
})

test('each tour of somebody with two roles is offered once, one after the other', () => {
  const roles = ['trainer', 'manager'] as const
  expect(tourToOffer({ roles, toursSeen: [] })).toBe('manager')
  expect(tourToOffer({ roles, toursSeen: ['manager'] })).toBe('trainer')
  expect(tourToOffer({ roles, toursSeen: ['trainer', 'manager'] })).toBeNull()
  // A role that comes later brings its own tour.
  expect(tourToOffer({ roles: ['manager'], toursSeen: ['learner'] })).toBe('manager')
})

test('what a tour points at is marked on some screen', () => {
  const source = fileURLToPath(new URL('../../', import.meta.url))
  const screens = globSync('**/*.tsx', { cwd: source })
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(source + file, 'utf8'))
    .join('\n')
  const isMarked = (mark: string) =>
    new RegExp(`data-tour=[^\\n]{0,20}["']${mark}["']`).test(screens)
  expect(isMarked('nowhere')).toBe(false)
  const marks = Object.values(stepsOf)
    .flat()
    .flatMap(({ targets }) => targets.map((target) => target.slice('[data-tour="'.length, -2)))
  // Entries of the navigation are marked by their page.
  const own = [...new Set(marks)].filter((mark) => !mark.startsWith('page:'))
  expect(own.length).toBeGreaterThan(8)
  expect(own.filter((mark) => !isMarked(mark))).toEqual([])
})
