import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbedded } from '../../../server/db/embedded.ts'
import { createLog } from '../../../server/log.ts'
import { outage } from '../outage.ts'
import { startProxy } from '../proxy.ts'
import type { Scenario } from '../scenario.ts'

export const networkCut: Scenario = {
  name: 'network-cut',
  title:
    'the network to an external database goes silent for 60 s, 10 in short, and forgets connections',
  run: async (stage, form) => {
    const database = await openEmbedded(stage.dataDir, createLog('test'))
    stage.onClear(database.close)
    const direct = new URL(database.url)
    const proxy = await startProxy({ host: '127.0.0.1', port: Number(direct.port) })
    stage.onClear(proxy.close)
    const through = new URL(direct)
    through.port = String(proxy.port)
    const ownFolder = join(stage.dataDir, '..', 'server')
    mkdirSync(ownFolder)
    const server = await stage.start({
      environment: {
        DATA_DIR: ownFolder,
        DATABASE_URL: through.href,
        SECRET: stage.template.secret,
      },
    })
    await outage(stage, form, { server, url: direct.href, begin: proxy.cut, end: proxy.heal })
  },
}
