import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, placePanel, scrollFor, type View } from './place-panel.ts'

const phone: View = { width: 360, height: 740, bar: 57 }
const desktop: View = { width: 1440, height: 900, bar: 0 }
const sheet = { width: 336, height: 240 }
const panel = { width: 384, height: 220 }

const covers = (place: { top: number; left: number }, size: typeof panel, target: Box) =>
  place.left < target.left + target.width &&
  target.left < place.left + size.width &&
  place.top < target.top + target.height &&
  target.top < place.top + size.height

test('on a phone it lies above the bar, and on top where its target is low', () => {
  const button = { top: 300, left: 40, width: 200, height: 44 }
  expect(placePanel(button, sheet, phone)).toEqual({ left: 12, top: 740 - 57 - 12 - 240 })
  expect(placePanel({ ...button, top: 600 }, sheet, phone)).toEqual({ left: 12, top: 12 })
  // An entry of the bar itself is not covered.
  const entry = { top: 690, left: 90, width: 72, height: 50 }
  expect(placePanel(entry, sheet, phone).top).toBe(740 - 57 - 12 - 240)
})

test('on a wide screen it stands below its target, or where there is room', () => {
  const link = { top: 10, left: 300, width: 90, height: 64 }
  expect(placePanel(link, panel, desktop)).toEqual({ left: 300, top: 88 })
  const atTheEdge = { top: 20, left: 1380, width: 44, height: 44 }
  expect(placePanel(atTheEdge, panel, desktop)).toEqual({ left: 1440 - 12 - 384, top: 78 })
  const low = { top: 820, left: 100, width: 90, height: 40 }
  expect(placePanel(low, panel, desktop)).toEqual({ left: 100, top: 820 - 14 - 220 })
})

test('without a target it waits in the corner', () => {
  expect(placePanel(null, panel, desktop)).toEqual({ left: 1440 - 12 - 384, top: 900 - 12 - 220 })
})

const views = fc.constantFrom(phone, desktop, { width: 768, height: 1024, bar: 57 })
const sizes = fc.record({
  width: fc.integer({ min: 280, max: 330 }),
  height: fc.integer({ min: 120, max: 300 }),
})

test('it is always wholly in sight', () => {
  const targets = fc.record({
    top: fc.integer({ min: -3000, max: 3000 }),
    left: fc.integer({ min: -500, max: 1500 }),
    width: fc.integer({ min: 1, max: 1500 }),
    height: fc.integer({ min: 1, max: 3000 }),
  })
  fc.assert(
    fc.property(views, sizes, targets, (view, size, target) => {
      const { top, left } = placePanel(target, size, view)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top + size.height).toBeLessThanOrEqual(view.height - view.bar)
      expect(left + size.width).toBeLessThanOrEqual(view.width)
    }),
  )
})

test('once scrolled to, no target that leaves room is covered', () => {
  fc.assert(
    fc.property(
      views,
      sizes,
      fc.integer({ min: -3000, max: 3000 }),
      fc.integer({ min: 1, max: 250 }),
      fc.integer({ min: 44, max: 320 }),
      (view, size, top, height, width) => {
        const before = { top, height, width, left: 12 }
        const target = { ...before, top: top - scrollFor(before, size, view) }
        expect(covers(placePanel(target, size, view), size, target)).toBe(false)
        expect(Math.abs(scrollFor(target, size, view))).toBeLessThan(1)
      },
    ),
  )
})
