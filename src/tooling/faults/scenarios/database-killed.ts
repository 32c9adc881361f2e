import { setTimeout as pause } from 'node:timers/promises'
import { told } from '../crowd.ts'
import { databaseUrl, killPostmaster } from '../database.ts'
import { must, type Scenario } from '../scenario.ts'
import { watchReadiness } from '../watch-readiness.ts'

export const databaseKilled: Scenario = {
  name: 'database-killed',
  title: 'kill -9 of PostgreSQL; the server lives on, starts it again and says so meanwhile',
  run: async (stage, form) => {
    const server = await stage.start()
    const crowd = await stage.crowd()
    await crowd.look(databaseUrl(stage.dataDir))
    const times = form === 'short' ? 1 : 5
    for (let time = 0; time < times; time += 1) {
      const working = crowd.work(3000)
      await pause(1000)
      const watch = watchReadiness(server)
      stage.onClear(watch.stop)
      await killPostmaster(stage.dataDir)
      // It is noticed within a second or so: a database that is back at once need not be told of.
      await pause(300)
      const seconds = await server.untilReady(30_000)
      await working
      watch.stop()
      stage.note(`ready again after ${(seconds + 0.3).toFixed(1)} s; meanwhile: ${watch.told()}`)
      must(server.isRunning(), 'the server ended with its database')
    }
    await crowd.work(1500)
    await crowd.settle(databaseUrl(stage.dataDir))
    stage.note(told(crowd.tally))
  },
}
