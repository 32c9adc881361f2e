import type { Browser } from '@playwright/test'
import type { Conditions } from './vitals.ts'

/**
 * What the fixed work takes in the browser of the reference machine, milliseconds of processor: two cores of an AMD
 * EPYC 9004 at 2.6 GHz as a virtual machine of 2026, Debian's Chromium. Budgets of time are for this machine.
 */
const referenceMs = 37

/**
 * How many times as long as on the reference machine this one's browser takes; below 1 it is faster. Told by the
 * time the processor gave to it: waiting for others does not count.
 */
export async function slownessOf(browser: Browser): Promise<number> {
  const page = await browser.newPage()
  try {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const takenMs = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
    }
    let best = Number.POSITIVE_INFINITY
    // The first ones are not compiled yet; and whatever disturbs only makes it longer.
    for (let turn = 0; turn < 25; turn += 1) {
      const before = await takenMs()
      await page.evaluate(doWork)
      best = Math.min(best, (await takenMs()) - before)
    }
    return best / referenceMs
  } finally {
    await page.close()
  }
}

/**
 * The same conditions as the reference machine would give: a slower machine is slowed down less, a faster one
 * more. `timesSlower` is what remains where even unslowed it is too slow, else 1: times may be so much longer.
 */
export function asOnReference(
  conditions: Conditions,
  slowness: number,
): { conditions: Conditions; timesSlower: number } {
  const wanted = conditions.cpuSlowdown / slowness
  return {
    conditions: { ...conditions, cpuSlowdown: Math.max(1, wanted) },
    timesSlower: Math.max(1, 1 / wanted),
  }
}

/** Runs in the page: what an app does, in about equal parts — objects and texts, then elements and their layout. */
function doWork(): number {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({
    id: (index * 7919) % 20_011,
    name: `Learner ${index}`,
  }))
  rows.sort((one, other) => one.id - other.id)
  const names = new Map(rows.map(({ id, name }) => [id, name.toUpperCase()]))
  const list = document.createElement('ul')
  for (let index = 0; index < 1_500; index += 1) {
    const item = document.createElement('li')
    item.textContent = names.get(index) ?? ''
    list.append(item)
  }
  document.body.append(list)
  // Asking makes the browser lay it out.
  const height = list.offsetHeight
  list.remove()
  return height
}
