export type Judgement = {
  /** Every right answer is chosen and no wrong one. */
  isRight: boolean
  /** How many chosen answers are wrong. */
  wrong: number
  /** How many right answers are not chosen. */
  missing: number
}

/** What to tell about a try at a knowledge check; nothing of it is kept as a mark. */
export function judgeCheck(
  options: readonly { right: boolean }[],
  chosen: readonly number[],
): Judgement {
  const wrong = chosen.filter((index) => !options[index]?.right).length
  const missing = options.filter(({ right }, index) => right && !chosen.includes(index)).length
  return { isRight: wrong === 0 && missing === 0, wrong, missing }
}
