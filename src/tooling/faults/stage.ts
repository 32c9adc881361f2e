import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../server/free-port.ts'
import { copyFolder } from '../../testing/copy-folder.ts'
import { scratchFolder } from '../../testing/scratch-folder.ts'
import { type ProductOptions, type RunningServer, startProduct } from '../start-product.ts'
import { type Crowd, gatherCrowd } from './crowd.ts'
import { killDatabaseIn } from './database.ts'
import type { Template } from './template.ts'

type ServerOptions = Pick<ProductOptions, 'environment' | 'nodeOptions' | 'within'>

/** What a scenario works with: a copy of the prepared database, servers on it, and people who learn. */
export type Stage = {
  template: Template
  dataDir: string
  /** Waits until the server says that it is ready; later ones take the same port. */
  start: (options?: ServerOptions) => Promise<RunningServer>
  /** Where the server is or was. */
  base: () => string
  /** Fifty learners who save, answer and finish lessons until they are told to stop. */
  crowd: () => Promise<Crowd>
  /** Told below the scenario's line. */
  note: (text: string) => void
  notes: readonly string[]
  /** Undone when the scenario is over, the last first. */
  onClear: (undo: () => Promise<void> | void) => void
  /** What helps to understand a failure, such as a picture of the page. */
  onFailure: (keep: (folder: string) => Promise<void>) => void
  keepTraces: (folder: string) => Promise<void>
  clear: () => Promise<void>
  /** Everything the servers have said so far, as far as it is kept. */
  log: () => string
}

export function createStage(template: Template): Stage {
  const folder = scratchFolder('officina-fault-')
  const dataDir = join(folder, 'data')
  copyFolder(template.dataDir, dataDir)
  const notes: string[] = []
  const undo: (() => Promise<void> | void)[] = [
    () => rmSync(folder, { recursive: true, force: true }),
    () => killDatabaseIn(dataDir),
  ]
  const traces: ((folder: string) => Promise<void>)[] = []
  let port = 0
  let log = ''
  return {
    template,
    dataDir,
    notes,
    note: (text) => void notes.push(text),
    onClear: (step) => void undo.push(step),
    start: async (options = {}) => {
      port ||= await freePort()
      const server = await startProduct({
        ...options,
        port,
        environment: { DATA_DIR: dataDir, ...options.environment },
        onLog: (text) => {
          log = (log + text).slice(-5_000_000)
        },
      })
      undo.push(server.stop)
      return server
    },
    base: () => `http://localhost:${port}`,
    crowd: async () => {
      const crowd = await gatherCrowd({ template, base: `http://localhost:${port}` })
      undo.push(crowd.leave)
      return crowd
    },
    onFailure: (keep) => void traces.push(keep),
    keepTraces: async (traceFolder) => {
      for (const keep of traces) await keep(traceFolder).catch(() => {})
    },
    clear: async () => {
      for (let step = undo.pop(); step; step = undo.pop()) await step()
    },
    log: () => log,
  }
}
