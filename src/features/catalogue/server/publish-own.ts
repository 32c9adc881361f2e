import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Sql } from 'postgres'

const sources = resolve(import.meta.dirname, '../../..')

/**
 * Publishes the courses that come with the system, unless these very ones were the last to be published: compiling
 * them takes longer than all else at a start.
 * @returns ids of the courses that changed
 */
export async function publishOwnCourses(sql: Sql, now: Date): Promise<string[]> {
  const fingerprint = fingerprintOfContent()
  const [known] = await sql`select 1 from published_content where fingerprint = ${fingerprint}`
  if (known) return []
  const { publishCourses } = await import('./publish.ts')
  const changed = await publishCourses(sql, now)
  await sql.begin(async (tx) => {
    await tx`delete from published_content`
    await tx`insert into published_content ${tx({ fingerprint })}`
  })
  return changed
}

/** Of the courses and of the code that compiles them. */
function fingerprintOfContent(): string {
  const files = globSync(
    [
      'content/**/*',
      'features/catalogue/{model,server/compile}/**/*.ts',
      'features/catalogue/server/publish.ts',
    ],
    { cwd: sources, withFileTypes: true },
  )
  const hash = createHash('sha256')
  for (const path of files
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort())
    hash.update(path.slice(sources.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}
