import { setTimeout as pause } from 'node:timers/promises'
import { told } from '../crowd.ts'
import { databaseUrl, killPostmaster } from '../database.ts'
import type { Scenario } from '../scenario.ts'

export const bothKilled: Scenario = {
  name: 'both-killed',
  title: 'kill -9 of server and PostgreSQL at once, as the power going; the next start goes on',
  run: async (stage, form) => {
    let server = await stage.start()
    const crowd = await stage.crowd()
    await crowd.look(databaseUrl(stage.dataDir))
    const times = form === 'short' ? 1 : 5
    for (let time = 0; time < times; time += 1) {
      const working = crowd.work(3500)
      await pause(1000 + Math.random() * 1000)
      await Promise.all([server.kill(), killPostmaster(stage.dataDir)])
      server = await stage.start()
      await working
    }
    await crowd.work(1000)
    await crowd.settle(databaseUrl(stage.dataDir))
    stage.note(told(crowd.tally))
  },
}
