import { z } from 'zod'
import { seededRandom, shuffled } from './shuffle.ts'

/** A paper as stored: question keys in order, and for each the order of its options or items. */
export const paper = z.object({
  paperVersion: z.literal(1),
  questions: z.array(z.object({ key: z.string(), choiceIds: z.array(z.string()) })),
})
export type Paper = z.infer<typeof paper>

export type Drawable = {
  key: string
  /** Option or item ids in the author's order; empty where there is nothing to shuffle. */
  choiceIds: readonly string[]
  /** Items must be put in order: an order that is right already would give the answer away. */
  avoidOwnOrder: boolean
}

/**
 * Draws `count` questions (all when there are fewer). The same seed and bank give the same paper.
 * Without shuffling the author's order stays, except that order questions are always shuffled.
 */
export function drawPaper(
  bank: readonly Drawable[],
  rules: { count: number; shuffle: boolean },
  seed: number,
): Paper {
  const random = seededRandom(seed)
  const chosen = shuffled(bank, random).slice(0, rules.count)
  const inOrder = rules.shuffle ? chosen : bank.filter((question) => chosen.includes(question))
  return {
    paperVersion: 1,
    questions: inOrder.map((question) => ({
      key: question.key,
      choiceIds: choicesOf(question, rules.shuffle, random),
    })),
  }
}

function choicesOf(question: Drawable, shuffle: boolean, random: () => number): string[] {
  if (!shuffle && !question.avoidOwnOrder) return [...question.choiceIds]
  const drawn = shuffled(question.choiceIds, random)
  const unchanged = drawn.every((id, index) => id === question.choiceIds[index])
  if (!question.avoidOwnOrder || !unchanged || drawn.length < 2) return drawn
  const [first, ...rest] = drawn
  return first === undefined ? rest : [...rest, first]
}
