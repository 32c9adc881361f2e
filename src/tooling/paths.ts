import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
export const dist = join(root, 'dist')

/** The script of an installed tool, to run with our own Node. */
export function toolScript(path: string): string {
  return join(root, 'node_modules', path)
}
