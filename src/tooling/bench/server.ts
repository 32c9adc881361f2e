import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import { connect } from '../../server/db/connect.ts'
import { openDatabase } from '../../server/db/open.ts'
import { createLog } from '../../server/log.ts'
import { root } from '../paths.ts'
import { castOf } from './cast.ts'
import { type DatasetName, prepareDataset } from './dataset.ts'
import { type Ask, type Figures, measure } from './load.ts'
import { pagesOf } from './pages.ts'
import { type Measured, markdown, medianRun } from './report.ts'
import { type Served, serveFloor, serveProduct } from './servers.ts'

const levels = [1, 16]
const times = { seconds: 4, warmUpSeconds: 1 }

/**
 * Measures the server in production mode on a dataset, beside the floor of this machine, over several rounds
 * so that a noisy minute does not hit one page alone. Prints Markdown, writes JSON to test-results.
 */
export async function benchServer(dataset: DatasetName, rounds = 3): Promise<void> {
  const { dataDir, seconds } = await prepareDataset(dataset)
  if (seconds !== null) console.log(`${dataset} loaded in ${seconds.toFixed(0)} s`)
  const log = createLog('test')
  const database = await openDatabase(readConfig({ DATA_DIR: dataDir }), log)
  const connection = connect(database.url)
  const secret = randomBytes(32).toString('hex')
  const product = await serveProduct(database.url, secret)
  try {
    const cast = await castOf(connection, { secret, publicUrl: product.base })
    const [person] = await connection.sql<
      { id: string }[]
    >`select id from person order by id limit 1`
    const floor = await serveFloor(database.url, person?.id ?? '')
    try {
      const asks = [
        ...floors.map(({ name, ask }) => ({ name, kind: 'floor' as const, served: floor, ask })),
        ...pagesOf(cast).map((page) => ({ ...page, served: product })),
      ]
      const memoryBefore = product.memory()
      const measured = await measureAll(asks, rounds)
      print(dataset, measured, { before: memoryBefore, after: product.memory() })
    } finally {
      await floor.stop()
    }
  } finally {
    await product.stop()
    await connection.close()
    await database.close()
  }
}

const floors: { name: string; ask: Ask }[] = [
  { name: 'floor: a plain handler', ask: () => ({ method: 'GET', path: '/plain' }) },
  { name: 'floor: one indexed row', ask: () => ({ method: 'GET', path: '/row' }) },
]

type Subject = { name: string; kind: Measured['kind']; served: Served; ask: Ask }

async function measureAll(subjects: readonly Subject[], rounds: number): Promise<Measured[]> {
  const runs = new Map<string, Figures[]>()
  for (let round = 0; round < rounds; round += 1)
    for (const { name, served, ask } of subjects)
      for (const connections of levels) {
        const figures = await measure(served.base, ask, { connections, ...times })
        const key = `${name}@${connections}`
        runs.set(key, [...(runs.get(key) ?? []), figures])
      }
  return subjects.flatMap(({ name, kind }) =>
    levels.map((connections) => ({ name, kind, runs: runs.get(`${name}@${connections}`) ?? [] })),
  )
}

function print(
  dataset: DatasetName,
  measured: readonly Measured[],
  memory: { before: number; after: number },
) {
  const middle = measured.map(({ name, kind, runs }) => ({ name, kind, figures: medianRun(runs) }))
  const floorAt = (connections: number) =>
    middle.find(
      ({ name, figures }) =>
        name === 'floor: one indexed row' && figures.connections === connections,
    )?.figures.perSecond ?? Number.NaN
  const rows = middle.map(({ name, figures }) => ({
    name,
    figures,
    share: figures.perSecond / floorAt(figures.connections),
  }))
  console.log(`\n${dataset}, medians of ${measured[0]?.runs.length ?? 0} runs\n\n${markdown(rows)}`)
  console.log(
    `\nserver memory: ${memory.before.toFixed(0)} MB at rest, ${memory.after.toFixed(0)} MB after the load`,
  )
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const file = join(root, `test-results/bench-${dataset}.json`)
  writeFileSync(file, JSON.stringify({ dataset, measured, memory }, null, 2))
}
