import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../server/free-port.ts'
import { scratchFolder } from '../../testing/scratch-folder.ts'
import { root } from '../paths.ts'
import { type DatasetName, prepareDataset } from './dataset.ts'

/** Does some work against the product in production mode on a dataset, with the dataset's own database. */
export async function withProduct<Result>(
  dataset: DatasetName | 'demo',
  work: (base: string) => Promise<Result>,
): Promise<Result> {
  const isDemo = dataset === 'demo'
  const dataDir = isDemo
    ? scratchFolder('officina-bench-')
    : (await prepareDataset(dataset)).dataDir
  const port = await freePort()
  const base = `http://localhost:${port}`
  const server = spawn(process.execPath, [join(root, 'src/server/main.ts'), '--demo'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: base,
      DATA_DIR: dataDir,
      SECRET: randomBytes(32).toString('hex'),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  try {
    while (!(await fetch(`${base}/health/ready`).catch(() => undefined))?.ok) {
      if (server.exitCode !== null) throw new Error('The server did not start.')
      await pause(50)
    }
    return await work(base)
  } finally {
    server.kill('SIGTERM')
    await ended
    if (isDemo) rmSync(dataDir, { recursive: true, force: true })
  }
}
