import { type SQL, sql } from 'drizzle-orm'
import { type Language, languages } from '../../contract/primitives.ts'

/** Many ids as one parameter, to stand after `in`: a statement has room for 65,535 parameters only. */
export const idList = (ids: readonly string[]): SQL =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`

/** One JSON parameter, read as rows: however many rows, one statement. */
export const rowsOf = (rows: readonly unknown[]): SQL => sql`${JSON.stringify(rows)}::text::jsonb`

/**
 * Unit paths as an array, for `path <@ any(…)`, which an index on the path serves. Paths are ids without
 * hyphens and dots: nothing in them needs quoting.
 */
export const pathArray = (unitPaths: readonly string[]): SQL =>
  sql`${`{${unitPaths.join(',')}}`}::text::ltree[]`

/** The order of the reader's alphabet; readers of English get the Polish one, which holds theirs. */
export const collation = (language: Language): SQL =>
  sql.raw(language === 'hu' ? '"hungarian"' : '"polish"')

/** A pattern for `like search_form(…)` that finds the text itself, whatever signs are in it. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

/** A localised text in the reader's language, else in the first language the author wrote. */
export const inLanguage = (text: SQL, language: Language): SQL => {
  // Names of languages in the code, never what a request says: so they may stand in the statement.
  const written = [language, ...languages].map((each) => sql`${text}->>${sql.raw(`'${each}'`)}`)
  return sql`coalesce(${sql.join(written, sql`, `)})`
}

/** An instant as the contract writes it: ISO 8601 in UTC, to the millisecond. */
export const instantText = (instant: SQL): SQL =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
