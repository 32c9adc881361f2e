import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { copyFolder } from '../../../testing/copy-folder.ts'
import { told } from '../crowd.ts'
import { databaseUrl } from '../database.ts'
import { mountSmallDisk } from '../disk.ts'
import { must, type Scenario } from '../scenario.ts'
import { watchReadiness } from '../watch-readiness.ts'

const megabytes = 400

export const diskFull: Scenario = {
  name: 'disk-full',
  title: 'the disk of the database is full while 50 learners save; when there is room all goes on',
  run: async (stage, form) => {
    const inside = join(stage.dataDir, '..', 'disk')
    mkdirSync(inside, { mode: 0o755 })
    const disk = await mountSmallDisk(inside, megabytes)
    stage.onClear(disk.unmount)
    copyFolder(stage.dataDir, join(disk.outside, 'data'))
    const seen = join(disk.outside, 'data')
    const server = await stage.start({
      within: disk.within,
      environment: { DATA_DIR: join(inside, 'data') },
    })
    const crowd = await stage.crowd()
    await crowd.look(databaseUrl(seen))
    await crowd.work(1500)
    const watch = watchReadiness(server)
    stage.onClear(watch.stop)
    const seconds = form === 'short' ? 5 : 60
    const working = crowd.work(seconds * 1000 + 1000)
    disk.fill()
    await pause(seconds * 1000)
    disk.free()
    const back = await server.untilReady(45_000)
    await working
    watch.stop()
    stage.note(`full for ${seconds} s, ready ${back.toFixed(1)} s after: ${watch.told()}`)
    must(crowd.tally.busy > 0, 'the disk was never full: nobody was told to come back')
    await crowd.work(1500)
    await crowd.settle(databaseUrl(seen), 60_000)
    stage.note(told(crowd.tally))
  },
}
