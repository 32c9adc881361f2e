import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { scratchFolder } from '../../testing/scratch-folder.ts'
import { startProduct } from '../start-product.ts'
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
  const product = await startProduct({
    environment: { DATA_DIR: dataDir, SECRET: randomBytes(32).toString('hex') },
  })
  try {
    return await work(product.base)
  } finally {
    await product.stop()
    if (isDemo) rmSync(dataDir, { recursive: true, force: true })
  }
}
