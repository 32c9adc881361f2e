import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { told } from '../crowd.ts'
import { databaseUrl } from '../database.ts'
import { must, type Scenario } from '../scenario.ts'

const hour = 3600

/** Seconds off the true time, one after the other; never so far that a session would rightly have ended. */
const jumps = {
  short: [2 * hour, -26 * hour, 0],
  full: [60, -60, 2 * hour, -2 * hour, 26 * hour, -26 * hour, 5 * 24 * hour, -400 * 24 * hour, 0],
}

export const clockJumps: Scenario = {
  name: 'clock-jumps',
  title: "the server's clock jumps forward and back; sessions, due dates and receipts hold",
  run: async (stage, form) => {
    const file = join(stage.dataDir, '..', 'clock')
    writeFileSync(file, '0')
    const server = await stage.start({
      nodeOptions: ['--import', join(import.meta.dirname, '../shifted-clock.ts')],
      environment: { FAULTS_CLOCK_FILE: file },
    })
    const crowd = await stage.crowd()
    await crowd.look(databaseUrl(stage.dataDir))
    const homeBefore = await home(server.base, stage.template.learners[0]?.cookie ?? '')
    for (const seconds of jumps[form]) {
      writeFileSync(file, String(seconds))
      await crowd.work(2000)
      must((await server.ready()).status === 200, `not ready with the clock off by ${seconds} s`)
    }
    await crowd.settle(databaseUrl(stage.dataDir))
    const homeAfter = await home(server.base, stage.template.learners[0]?.cookie ?? '')
    must(homeBefore === homeAfter, 'due dates are others than before the clock jumped')
    stage.note(`off by ${jumps[form].map(words).join(', ')}: ${told(crowd.tally)}`)
  },
}

/** The due dates on a learner's start page. */
async function home(base: string, cookie: string): Promise<string> {
  const answer = await fetch(`${base}/api/me/home?language=en`, { headers: { cookie } })
  must(answer.ok, `the start page answered ${answer.status} after the clock had jumped`)
  const text = await answer.text()
  return [...text.matchAll(/"dueOn":"?([^",}]+)/g)].map(([, date]) => date).join()
}

const words = (seconds: number) => `${seconds / hour} h`
