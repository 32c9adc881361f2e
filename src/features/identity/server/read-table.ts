import { Worker } from 'node:worker_threads'

export const mostBytes = 25_000_000
export const mostRows = 20_000
export const mostColumns = 100

/** Cells as text, as many in each row as there are columns; rows numbered as the file shows them. */
export type Table = { columns: string[]; rows: { rowNumber: number; cells: string[] }[] }
export type TableRefusal = {
  refused: 'too-large' | 'too-many-rows' | 'too-many-columns' | 'empty' | 'unreadable'
}

const patienceMs = 60_000

/** Reads CSV (any usual separator and encoding) or the first sheet of an XLSX file. */
export async function readTable(file: Blob): Promise<Table | TableRefusal> {
  if (file.size > mostBytes) return { refused: 'too-large' }
  if (file.size === 0) return { refused: 'empty' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    workerData: { bytes },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  const late = setTimeout(() => void worker.terminate(), patienceMs)
  try {
    return await new Promise((resolve) => {
      worker.once('message', resolve)
      // Out of memory, or stopped: whatever the file was, it is not a list of people.
      worker.once('error', () => resolve({ refused: 'unreadable' }))
      worker.once('exit', () => resolve({ refused: 'unreadable' }))
    })
  } finally {
    clearTimeout(late)
    void worker.terminate()
  }
}
