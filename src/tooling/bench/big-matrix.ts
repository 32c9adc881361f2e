import type { Locator, Page } from '@playwright/test'
import { type Columns, rowsOf } from '../../contract/columns.ts'

export const bigMatrix = { learners: 400, lessons: 40 }

/**
 * Opens one of the trainer's groups from the list as if it had 400 learners of 40 lessons: the browser gets the
 * server's answer with its people and lessons repeated. Resolves when the matrix shows.
 */
export async function openBigMatrix(page: Page): Promise<void> {
  await page.route('**/rpc/learning/group', async (route) => {
    const response = await route.fetch()
    const { json } = (await response.json()) as { json: Group } // as the contract says
    await route.fulfill({ response, json: { json: enlarged(json) } })
  })
  await page.locator('main li h2 a').first().click()
  await page.getByRole('grid').getByRole('gridcell').first().waitFor()
}

type Member = { enrolmentId: string; displayName: string; cells: string }
type Group = { lessons: { key: string; title: string }[]; members: Columns<Member> }

function enlarged(group: Group): Group {
  const lessons = Array.from({ length: bigMatrix.lessons }, (_, index) => ({
    key: `lesson-${index}`,
    title: `${index + 1}. ${group.lessons[index % group.lessons.length]?.title ?? ''}`,
  }))
  const found = rowsOf<Member>(group.members)
  const rows = Array.from({ length: bigMatrix.learners }, (_, index) => {
    const member = found[index % found.length]
    if (!member) throw new Error('the group has no members')
    const done = (index * 7) % bigMatrix.lessons
    return {
      ...member,
      enrolmentId: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      displayName: `${member.displayName} ${index + 1}`,
      cells: `${'d'.repeat(done)}b`.padEnd(bigMatrix.lessons, 'o'),
    }
  })
  const fields = Object.keys(group.members) as (keyof Member)[] // and those not named here
  const members = Object.fromEntries(
    fields.map((field) => [field, rows.map((row) => row[field])]),
  ) as Group['members'] // the same fields
  return { ...group, lessons, members }
}

/** What a trainer does there: keys through the matrix, presses on people, chooses all. Counted from here on. */
export async function workInMatrix(page: Page): Promise<void> {
  await page.waitForTimeout(1000)
  await page.evaluate(() => performance.mark('work-begins'))
  const grid = page.getByRole('grid')
  await pressOn(grid.getByRole('gridcell').nth(5))
  for (const key of ['ArrowDown', 'ArrowRight', 'End', 'PageDown', 'Home', 'Control+End'])
    await page.keyboard.press(key, { delay: 60 })
  await page.keyboard.press('Control+Home')
  await pressOn(grid.getByRole('rowheader').nth(1))
  await pressOn(grid.getByRole('columnheader').first().locator('label'))
  // The slowest answer is counted when its frame has been shown.
  await page.waitForTimeout(500)
}

/** As a hand does it: the pointer comes, rests, goes down and up again. */
async function pressOn(target: Locator) {
  await target.hover()
  await target.page().waitForTimeout(100)
  await target.click({ delay: 60 })
  await target.page().waitForTimeout(100)
}

export type Scrolling = { framesPerSecond: number; slowFrames: number }

/** Scrolls the matrix down and aside for two seconds and counts the frames the page gets to draw. */
export function scrollMatrix(page: Page): Promise<Scrolling> {
  return page.getByRole('grid').evaluate(
    (grid) =>
      new Promise<Scrolling>((resolve) => {
        const times: number[] = []
        const step = (now: number) => {
          times.push(now)
          grid.scrollBy(now % 3000 < 1500 ? 12 : -12, 40)
          const [first = now] = times
          if (now - first < 2000) requestAnimationFrame(step)
          else
            resolve({
              framesPerSecond: ((times.length - 1) / (now - first)) * 1000,
              // A frame that came late: more than one and a half of 16.7 ms.
              slowFrames: times.filter((time, at) => time - (times[at - 1] ?? time) > 25).length,
            })
        }
        requestAnimationFrame(step)
      }),
  )
}
