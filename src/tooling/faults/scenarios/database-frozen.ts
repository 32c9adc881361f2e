import { databaseUrl, freezeDatabase } from '../database.ts'
import { outage } from '../outage.ts'
import type { Scenario } from '../scenario.ts'

export const databaseFrozen: Scenario = {
  name: 'database-frozen',
  title:
    'PostgreSQL stands still (SIGSTOP) for 60 s, 10 in short; nothing is closed, nothing answers',
  run: async (stage, form) => {
    const server = await stage.start()
    let thaw = () => {}
    stage.onClear(() => thaw())
    await outage(stage, form, {
      server,
      url: databaseUrl(stage.dataDir),
      begin: () => {
        thaw = freezeDatabase(stage.dataDir)
      },
      end: () => thaw(),
    })
  },
}
