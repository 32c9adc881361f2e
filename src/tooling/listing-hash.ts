import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Hash over names, sizes and times of change of all files below the given folders and files: tells
 * that something changed without reading anything. Absent paths count as empty.
 */
export function listingHash(root: string, paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesBelow(join(root, path)).sort()) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file.slice(root.length)}\0${size}\0${mtimeMs}\n`)
    }
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
