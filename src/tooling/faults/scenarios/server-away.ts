import { setTimeout as pause } from 'node:timers/promises'
import { expect, openBrowser, say } from '../browser.ts'
import { databaseUrl, freezeDatabase } from '../database.ts'
import { must, type Scenario } from '../scenario.ts'

export const serverAway: Scenario = {
  name: 'server-away',
  title:
    'the app while the database hangs and while the server is dead: calm words, then it goes on by itself',
  browser: true,
  run: async (stage) => {
    const server = await stage.start()
    const [, , learner] = stage.template.learners
    must(learner !== undefined, 'there are too few learners')
    const device = await (await openBrowser(stage))(learner)
    const page = await device.open('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    must(databaseUrl(stage.dataDir) !== '', 'there is no database')

    // The database hangs: the page that is asked for comes when it is back, and meanwhile says why not.
    const thaw = freezeDatabase(stage.dataDir)
    stage.onClear(thaw)
    while ((await server.ready()).status === 200) await pause(200)
    await page.getByRole('link', { name: 'Catalogue' }).first().click()
    await expect(page.getByText(say.busy)).toBeVisible({ timeout: 15_000 })
    thaw()
    await expect(page.getByRole('heading', { level: 1, name: 'Catalogue' })).toBeVisible({
      timeout: 60_000,
    })
    await expect(page.getByText(say.busy)).toBeHidden()

    // The server is dead: the next page says so, and opens when it runs again.
    await server.kill()
    const path = `/learn/${learner.enrolmentId}/${learner.lessonKeys[0]}`
    await page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
    await expect(page.getByRole('heading', { name: say.away })).toBeVisible({ timeout: 30_000 })
    await stage.start()
    await expect(page.locator('article.lesson')).toBeVisible({ timeout: 60_000 })
  },
}
