import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { containing } from '../../../server/db/sql.ts'
import { type MailRow, type MailState, mailStates, mostCounted } from '../contract.ts'
import { toPeopleWithin } from './readable.ts'
import { mail } from './schema.ts'

type Input = {
  query: string
  state?: MailState | undefined
  after?: string | undefined
  limit: number
}

/** Newest first, only to people in the units given; the counts are of all such mails, whatever is searched. */
export async function mailsView(db: Db, input: Input, unitPaths: readonly string[]) {
  const readable = toPeopleWithin(unitPaths)
  const rows = await db
    .select({
      id: mail.id,
      recipient: mail.recipient,
      subject: mail.subject,
      template: mail.template,
      state: mail.state,
      createdAt: mail.createdAt,
      // To the microsecond: mails of one transaction have the same instant.
      key: sql<string>`to_char(${mail.createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || ${mail.id}`,
    })
    .from(mail)
    .where(
      and(
        readable,
        input.state ? eq(mail.state, input.state) : undefined,
        input.query
          ? sql`search_form(${mail.recipient} || ' ' || ${mail.subject}) like search_form(${containing(input.query)})`
          : undefined,
        input.after ? keyAfter(input.after) : undefined,
      ),
    )
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(input.limit + 1)
  const shown = rows.slice(0, input.limit)
  return {
    rows: shown.map(
      ({ key, createdAt, ...row }): MailRow => ({ ...row, createdAt: createdAt.toISOString() }),
    ),
    next: rows.length > input.limit ? (shown.at(-1)?.key ?? null) : null,
    countsByState: await countByState(db, readable),
  }
}

async function countByState(db: Db, readable: SQL): Promise<Record<MailState, number>> {
  const counts = await db.execute<{ state: MailState; count: number }>(sql`
    select s.state, (select count(*)::int from (
        select from ${mail} where ${mail.state} = s.state and ${readable} limit ${mostCounted + 1}::int) found) as count
    from jsonb_array_elements_text(${JSON.stringify(mailStates)}::text::jsonb) s (state)`)
  const countByState = new Map(counts.map(({ state, count }) => [state, count]))
  return Object.fromEntries(
    mailStates.map((state) => [state, countByState.get(state) ?? 0]),
  ) as Record<MailState, number> // fromEntries forgets its keys
}

/** A key this list did not give selects nothing. */
function keyAfter(key: string): SQL {
  const [createdAt = '', id = ''] = key.split('~')
  const isKey =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(createdAt) &&
    !Number.isNaN(Date.parse(createdAt)) &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  return isKey
    ? sql`(${mail.createdAt}, ${mail.id}) < (${createdAt}::timestamptz, ${id}::uuid)`
    : sql`false`
}
