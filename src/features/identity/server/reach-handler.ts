import { sql } from 'drizzle-orm'
import { containing, pathArray } from '../../../server/db/sql.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { identity } from '../contract.ts'

export const reachHandler = handlersFor(identity).reach.handler(async ({ input, context }) => {
  const words = input.search.split(/\s+/).filter(Boolean).slice(0, 8)
  const matches = words.map(
    (word) => sql`and search_form(u.name) like search_form(${containing(word)})`,
  )
  const units = await context.db.execute<{ id: string; name: string; above: string | null }>(sql`
    select u.id::text, u.name, above.name as above
    from unit u left join unit above on above.id = u.parent_id
    where u.closed_on is null and u.path <@ any(${pathArray(context.scope(input.permission))})
      ${sql.join(matches, sql` `)}
    order by u.path @> ${context.person().unitPath}::text::ltree desc, nlevel(u.path), u.name, u.id limit 30`)
  return [...units]
})
