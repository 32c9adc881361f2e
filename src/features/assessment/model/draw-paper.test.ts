import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Drawable, drawPaper } from './draw-paper.ts'

const bank: Drawable[] = Array.from({ length: 14 }, (_, index) => ({
  key: `q${index}`,
  choiceIds: ['a', 'b', 'c', 'd'].slice(0, index % 5),
  avoidOwnOrder: index % 2 === 0,
}))

test('the same seed gives the same paper', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const rules = { count: 12, shuffle: true }
      expect(drawPaper(bank, rules, seed)).toEqual(drawPaper(bank, rules, seed))
    }),
  )
})

test('draws that many different questions with all their choices', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      (seed, count, shuffle) => {
        const { questions } = drawPaper(bank, { count, shuffle }, seed)
        expect(new Set(questions.map(({ key }) => key)).size).toBe(Math.min(count, bank.length))
        for (const { key, choiceIds } of questions) {
          const own = bank.find((each) => each.key === key)
          expect([...choiceIds].sort()).toEqual([...(own?.choiceIds ?? [])].sort())
        }
      },
    ),
  )
})

test('an order question never comes in its right order', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { questions } = drawPaper(bank, { count: 14, shuffle: true }, seed)
      for (const { key, choiceIds } of questions) {
        const own = bank.find((each) => each.key === key)
        if (own?.avoidOwnOrder && choiceIds.length > 1) expect(choiceIds).not.toEqual(own.choiceIds)
      }
    }),
  )
})

test('every question is drawn about as often', () => {
  const drawn = new Map<string, number>()
  for (let seed = 0; seed < 2000; seed += 1)
    for (const { key } of drawPaper(bank, { count: 7, shuffle: true }, seed * 7919).questions)
      drawn.set(key, (drawn.get(key) ?? 0) + 1)
  for (const { key } of bank) expect(drawn.get(key)).toBeGreaterThan(880)
  for (const { key } of bank) expect(drawn.get(key)).toBeLessThan(1120)
})
