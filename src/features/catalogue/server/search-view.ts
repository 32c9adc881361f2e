import { sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'
import { collation, containing, inLanguage } from '../../../server/db/sql.ts'
import type { CourseRow } from '../contract.ts'

export type SearchInput = {
  language: Language
  query: string
  topic?: string | undefined
  audience?: string | undefined
  readableIn?: string | undefined
  maxMinutes?: number | undefined
}

/** A word this similar to one of the course is taken for it: one or two slips in a word of usual length. */
const similarEnough = 0.45

/** The columns of a row of the catalogue, in the reader's language. */
export const courseColumns = (language: Language) => sql`
  c.id as "courseId", ${inLanguage(sql`c.title`, language)} as title, ${inLanguage(sql`c.subtitle`, language)} as subtitle,
  ${inLanguage(sql`c.summary`, language)} as summary, c.topics, c.audience, c.languages, c.minutes,
  c.lesson_count as "lessonCount", c.legal_state::text as "legalState", c.figure`

/** Every word must be found, exactly or with a slip; courses that have the words in the title come first. */
export async function searchView(db: Db, input: SearchInput): Promise<CourseRow[]> {
  const words = input.query.split(/\s+/).filter(Boolean).slice(0, 8)
  const found = words.map(
    (word) => sql`and (c.search_text like search_form(${containing(word)})
      or strict_word_similarity(search_form(${word}), c.search_text) >= ${similarEnough})`,
  )
  const rank =
    words.length === 0
      ? sql`0::int`
      : sql`word_similarity(search_form(${input.query}), search_form(${inLanguage(sql`c.title`, input.language)}))
          + strict_word_similarity(search_form(${input.query}), c.search_text)`
  const rows = await db.execute<CourseRow>(sql`
    select ${courseColumns(input.language)} from course c
    where c.withdrawn_at is null
      ${input.topic ? sql`and c.topics @> array[${input.topic}]` : sql``}
      ${input.audience ? sql`and c.audience @> array[${input.audience}]` : sql``}
      ${input.readableIn ? sql`and c.languages @> array[${input.readableIn}]` : sql``}
      ${input.maxMinutes ? sql`and c.minutes <= ${input.maxMinutes}` : sql``}
      ${sql.join(found, sql` `)}
    order by ${rank} desc, ${inLanguage(sql`c.title`, input.language)} collate ${collation(input.language)}, c.id
    limit 200`)
  return [...rows]
}
