import { chmodSync, chownSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { type ClusterPlace, dataFolder, placeCluster } from '../server/db/cluster-place.ts'
import { createCluster } from '../server/db/create-cluster.ts'
import { type Postmaster, startPostmaster, stopPostmaster } from '../server/db/postmaster.ts'
import { copyFolder } from './copy-folder.ts'
import { signalTree } from './process-tree.ts'
import { scratchFolder } from './scratch-folder.ts'

const password = 'of-a-pair-of-the-tests'

/** Two PostgreSQL servers of our own, the second a hot standby that streams from the first. */
export async function startStreamingPair() {
  const folder = scratchFolder('officina-pair-')
  const primaryPlace = placeCluster(join(folder, 'primary'))
  createCluster(primaryPlace, password)
  // Nobody's data, but the standby has to hear at once what was written.
  const settings = { fsync: 'off', full_page_writes: 'off', wal_keep_size: '256MB' }
  const primary = await startPostmaster(primaryPlace, join(folder, 'primary'), settings)

  const standbyPlace = placeCluster(join(folder, 'standby'))
  await copyLive(primaryPlace, urlOf(primary), standbyPlace)
  const from = `host=127.0.0.1 port=${primary.port} user=officina password=${password}`
  // On one port for life, as a real one is.
  const start = (port?: number) =>
    startPostmaster(standbyPlace, join(folder, 'standby'), {
      fsync: 'off',
      primary_conninfo: from,
      ...(port !== undefined && { port: String(port) }),
    })
  let standby = await start()

  return {
    primaryUrl: urlOf(primary),
    standbyUrl: urlOf(standby),
    /** `SIGKILL`, `SIGSTOP` or `SIGCONT` to the standby and all its processes at once. */
    signalStandby: (signal: NodeJS.Signals) => signalTree(standby.pid, signal),
    restartStandby: async () => {
      standby = await start(standby.port)
    },
    close: async () => {
      for (const { pid } of [standby, primary]) await stopPostmaster(pid)
      for (const { root } of [standbyPlace, primaryPlace])
        rmSync(root, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function urlOf({ port }: Postmaster): string {
  return `postgres://officina:${password}@127.0.0.1:${port}/postgres`
}

/** What `pg_basebackup` does, which the packaged binaries lack. */
async function copyLive(from: ClusterPlace, url: string, to: ClusterPlace) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_backup_start('standby', true)`
    copyFolder(dataFolder(from), dataFolder(to))
    const [stop] = await sql<
      { labelfile: string }[]
    >`select labelfile from pg_backup_stop(wait_for_archive => false)`
    rmSync(join(dataFolder(to), 'postmaster.pid'))
    give(to, 'backup_label', stop?.labelfile ?? '')
    give(to, 'standby.signal', '')
  } finally {
    await sql.end()
  }
}

function give(to: ClusterPlace, name: string, text: string) {
  const path = join(dataFolder(to), name)
  writeFileSync(path, text)
  chmodSync(path, 0o600)
  if (to.account) chownSync(path, to.account.uid, to.account.gid)
}
