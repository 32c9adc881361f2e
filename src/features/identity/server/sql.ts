import { type SQL, sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'

/** Paths are ids without hyphens and dots: nothing in them needs quoting. */
export const paths = (unitPaths: readonly string[]): SQL =>
  sql`${`{${unitPaths.join(',')}}`}::text::ltree[]`

/** Name of the unit `u`; a department alone says little, so its office stands with it. */
export const unitName = sql.raw(
  "u.name || coalesce((select ', ' || office.name from unit office where office.id = u.parent_id and u.kind = 'department'), '')",
)

/** One JSON parameter, read as rows: however many rows, one statement. */
export const rowsOf = (rows: readonly unknown[]): SQL => sql`${JSON.stringify(rows)}::text::jsonb`

export const collation = (language: Language): SQL =>
  sql.raw(language === 'hu' ? '"hungarian"' : '"polish"')

/** A pattern that finds the text itself, whatever signs are in it. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
