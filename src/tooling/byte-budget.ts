import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Weight = { what: string; bytes: number; limit: number }

/**
 * What a first visit loads, compressed with Brotli. The floor of React, router, query, contract client,
 * languages and one accessible menu is 143 kB.
 */
export function weighFirstVisit(dist: string): Weight[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const loaded = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path ?? '',
  )
  const sum = (extension: string) =>
    loaded
      .filter((path) => path.endsWith(extension))
      .reduce((total, path) => total + compressedSize(join(dist, path)), 0)
  return [
    { what: 'scripts of the first page', bytes: sum('.js'), limit: 220_000 },
    { what: 'styles of the first page', bytes: sum('.css'), limit: 30_000 },
  ]
}

function compressedSize(path: string): number {
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size
}
