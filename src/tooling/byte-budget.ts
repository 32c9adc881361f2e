import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Weight = { what: string; bytes: number; limit: number }

type Chunk = { file: string; css?: string[]; isEntry?: boolean; imports?: string[] }
export type Manifest = Record<string, Chunk>

/** Of the three languages the longest: each has to fit. */
const catalogue = 'src/web/i18n/catalogues/first-hu.ts'
const homePage = 'src/features/learning/web/home/HomePage.tsx'

/** What the first opening of `/` waits for, compressed with Brotli. */
export function weighFirstVisit(dist: string, pages = [catalogue, homePage]): Weight[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const chunks = firstLoad(manifest, pages)
  const sum = (files: string[]) =>
    files.reduce((total, file) => total + compressedSize(join(dist, file)), 0)
  return [
    {
      what: 'scripts of the first page',
      bytes: sum(chunks.map(({ file }) => file)),
      limit: 150_000,
    },
    {
      what: 'styles of the first page',
      bytes: sum([...new Set(chunks.flatMap(({ css }) => css ?? []))]),
      limit: 30_000,
    },
  ]
}

/** The entry, the pages, and all they import statically, each once. Throws when one is not in the manifest. */
function firstLoad(manifest: Manifest, pages: readonly string[]): Chunk[] {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? 'entry'
  const seen = new Map<string, Chunk>()
  const visit = (key: string) => {
    if (seen.has(key)) return
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The build has no ${key}: the byte budget cannot be checked`)
    seen.set(key, chunk)
    chunk.imports?.forEach(visit)
  }
  for (const root of [entry, ...pages]) visit(root)
  return [...seen.values()]
}

function compressedSize(path: string): number {
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size
}
