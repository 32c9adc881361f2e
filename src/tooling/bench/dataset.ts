import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.ts'
import { runNode } from '../program.ts'

export const datasetNames = ['national', 'large'] as const
export type DatasetName = (typeof datasetNames)[number]

/**
 * The folder with the dataset, loaded once and kept until seeds, migrations or courses change.
 * @returns its path, and the seconds it took when it was loaded just now
 */
export async function prepareDataset(
  name: DatasetName,
): Promise<{ dataDir: string; seconds: number | null }> {
  const dataDir = join(root, 'data/bench', name)
  const stamp = join(dataDir, 'made-from')
  const wanted = fingerprint()
  if (readIfThere(stamp) === wanted) return { dataDir, seconds: null }
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  const began = performance.now()
  const code = await runNode(join(root, 'src/server/cli.ts'), ['seed', name], { DATA_DIR: dataDir })
  if (code !== 0) throw new Error(`The dataset ${name} could not be loaded.`)
  writeFileSync(stamp, wanted)
  return { dataDir, seconds: (performance.now() - began) / 1000 }
}

function fingerprint(): string {
  const files = globSync(
    ['src/server/seed/**/*.ts', 'src/server/db/migrations/*.sql', 'src/content/**/*.{md,yaml}'],
    { cwd: root },
  )
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
