import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Sql } from 'postgres'

const project = resolve(import.meta.dirname, '../../../..')

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
    // Of two servers starting together both may come here.
    await tx`select pg_advisory_xact_lock(hashtext('published-content'))`
    await tx`delete from published_content`
    await tx`insert into published_content ${tx({ fingerprint })}`
  })
  return changed
}

function fingerprintOfContent(): string {
  const hash = createHash('sha256')
  for (const path of filesOfContent())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(project, path)))
      .update('\0')
  return hash.digest('hex')
}

/** The courses, the code that compiles them, and what says which libraries it does so with; paths in the project. */
export function filesOfContent(): string[] {
  return globSync(
    [
      'src/content/**/*',
      'src/contract/primitives.ts',
      'src/features/catalogue/{model,server/compile}/**/*.ts',
      'src/features/catalogue/server/{publish,question-key}.ts',
      // An installation may be without the lock file.
      'package{,-lock}.json',
    ],
    { cwd: project, withFileTypes: true },
  )
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(project, join(parentPath, name)))
    .sort()
}
