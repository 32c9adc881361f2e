import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../server/free-port.ts'
import { type RunningServer, startProduct, startServing } from '../start-product.ts'

export type Served = RunningServer & {
  /** Resident memory of the process, megabytes. */
  memory: () => number
}

/** The product in production mode on a database that is open already. */
export async function serveProduct(databaseUrl: string, secret: string): Promise<Served> {
  return measuring(
    await startProduct({ environment: { DATABASE_URL: databaseUrl, SECRET: secret } }),
  )
}

/** See floor.ts. */
export async function serveFloor(databaseUrl: string, personId: string): Promise<Served> {
  const port = await freePort()
  const script = join(import.meta.dirname, 'floor.ts')
  const floor = await startServing({
    args: [script, String(port), databaseUrl, personId],
    environment: {},
    base: `http://127.0.0.1:${port}`,
    readyPath: '/row',
  })
  return measuring(floor)
}

const measuring = (server: RunningServer): Served => ({
  ...server,
  memory: () => residentMegabytes(server.pid),
})

/** Linux tells it in pages' worth of kilobytes; elsewhere it stays unknown. */
function residentMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
