import { build } from './build.ts'
import { weighFirstVisit } from './byte-budget.ts'
import { dist } from './paths.ts'

/** False when a first visit would load more than it may. */
export async function buildWithinBudget(): Promise<boolean> {
  await build()
  const weights = weighFirstVisit(dist)
  for (const { what, bytes, limit } of weights)
    console.log(`  ${what}: ${kilobytes(bytes)} kB of ${kilobytes(limit)} kB`)
  return weights.every(({ bytes, limit }) => bytes <= limit)
}

function kilobytes(bytes: number) {
  return Math.round(bytes / 100) / 10
}
