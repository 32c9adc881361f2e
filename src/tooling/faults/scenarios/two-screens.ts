import { setTimeout as pause } from 'node:timers/promises'
import { expect, openBrowser, tick } from '../browser.ts'
import { databaseUrl } from '../database.ts'
import { lessonState } from '../lesson-state.ts'
import { must, type Scenario } from '../scenario.ts'

const lesson = 'extra-help'
const checklist = 'desk-ready'

export const twoScreens: Scenario = {
  name: 'two-screens',
  title:
    'two tabs and two devices on one lesson, some without a connection: the work of each counts once',
  browser: true,
  run: async (stage) => {
    await stage.start()
    const url = databaseUrl(stage.dataDir)
    const [, learner] = stage.template.learners
    must(learner !== undefined, 'there are too few learners')
    const { enrolmentId } = learner
    const state = () => lessonState(url, enrolmentId, lesson, checklist)
    const secondsBefore = (await state()).seconds
    const newDevice = await openBrowser(stage)
    const [office, phone] = [await newDevice(learner), await newDevice(learner)]
    const path = `/learn/${enrolmentId}/${lesson}`
    const began = performance.now()
    const tab = await office.open(path)
    const otherTab = await office.open(path)
    const screen = await phone.open(path)
    for (const page of [tab, otherTab, screen])
      await expect(page.getByRole('checkbox').first()).toBeVisible()

    // One tab after the other: the second must hear of the first, or it would untick what was ticked there.
    await tick(tab, 0)
    await expect(otherTab.getByRole('checkbox').nth(0)).toBeChecked({ timeout: 20_000 })
    await tick(otherTab, 1)
    await expect.poll(async () => (await state()).ticked, { timeout: 20_000 }).toEqual([0, 1])

    // Then the phone is taken up, which showed the lesson all the time.
    await screen.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect(screen.getByRole('checkbox').nth(1)).toBeChecked()
    await phone.context.setOffline(true)
    await tick(screen, 2)
    await tab.getByRole('checkbox').first().scrollIntoViewIfNeeded()
    await phone.context.setOffline(false)
    await expect.poll(async () => (await state()).ticked, { timeout: 30_000 }).toEqual([0, 1, 2])

    // Back at the desk.
    await tab.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect(tab.getByRole('checkbox').nth(2)).toBeChecked()
    for (const page of [tab, otherTab, screen]) await page.close({ runBeforeUnload: true })
    await pause(1500)
    const { seconds, ticked } = await state()
    const open = (performance.now() - began) / 1000
    // Three screens in sight at most; what one tab sent for another would count twice.
    must(
      seconds - secondsBefore <= 3 * open,
      `${seconds - secondsBefore} s were counted in ${open} s`,
    )
    must(ticked.join() === '0,1,2', `ticked is ${ticked.join()}`)
  },
}
