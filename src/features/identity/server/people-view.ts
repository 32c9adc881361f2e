import { ORPCError } from '@orpc/server'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Role } from '../../../contract/permission.ts'
import { type Context, within } from '../../../server/context.ts'
import { collation, containing, pathArray } from '../../../server/db/sql.ts'
import { today } from '../../../server/today.ts'
import { fullUnitName } from '../../organisation/server/public.ts'
import { grantsOf } from './grants-view.ts'
import { holdsRoleBeyond } from './role-beyond.ts'

type ListInput = {
  search?: string | undefined
  unitId?: string | undefined
  role?: Role | undefined
  state: 'active' | 'inactive' | 'all'
  after?: string | undefined
  limit: number
}

type PersonRow = {
  id: string
  displayName: string
  email: string
  unitId: string
  unitName: string
  jobRole: string | null
  active: boolean
  roles: Role[]
}

/** Counting stops here: "more than 10,000" says enough. */
const countedAtMost = 10_001

/** People in the units where the reader may read people, in the order of her language. */
export async function listPeople(context: Context, input: ListInput) {
  const { language } = context.person()
  const filter = filterOf(context, input)
  const order = sql`p.sort_name collate ${collation(language)}`
  const after = input.after === undefined ? null : readCursor(input.after)
  const rows = await context.db.execute<PersonRow & { sortName: string }>(sql`
    select ${personColumns(today(context))}, p.sort_name as "sortName"
    from person p join unit u on u.id = p.unit_id
    where ${filter} ${after ? sql`and (${order}, p.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by ${order}, p.id limit ${input.limit + 1}`)
  const [counted] = await context.db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from person p join unit u on u.id = p.unit_id where ${filter} limit ${countedAtMost}) found`)
  const page = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? page.at(-1) : undefined
  return {
    rows: page.map(({ sortName: _, ...row }) => row),
    next: last ? writeCursor(last.sortName, last.id) : null,
    count: counted?.count ?? 0,
  }
}

function filterOf(context: Context, input: ListInput): SQL {
  const now = today(context)
  const words = (input.search ?? '').split(/\s+/).filter(Boolean).slice(0, 8)
  return sql.join(
    [
      sql`u.path <@ any(${pathArray(context.scope('people.read'))})`,
      ...words.map(
        (word) =>
          sql`search_form(p.display_name || ' ' || p.email) like search_form(${containing(word)})`,
      ),
      ...(input.unitId ? [sql`u.path <@ (select path from unit where id = ${input.unitId})`] : []),
      ...(input.role
        ? [
            sql`exists (select from role_grant g where g.person_id = p.id and g.role = ${input.role}
              and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now}))`,
          ]
        : []),
      ...(input.state === 'all' ? [] : [sql`p.active = ${input.state === 'active'}`]),
    ],
    sql` and `,
  )
}

const personColumns = (now: string) => sql`
  p.id::text, p.display_name as "displayName", p.email, p.unit_id::text as "unitId", ${fullUnitName('u')} as "unitName",
  p.job_role as "jobRole", p.active,
  array(select distinct g.role from role_grant g where g.person_id = p.id
    and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now}) order by 1) as roles`

export async function personPage(context: Context, personId: string) {
  const [row] = await context.db.execute<
    PersonRow & {
      unitPath: string
      hasRoleBeyond: boolean
      externalId: string | null
      language: 'en' | 'pl' | 'hu'
      hiredOn: string | null
      deactivatedAt: string | null
      lastSignInAt: string | null
      placements: { unitId: string; unitName: string; from: string; lastDay: string | null }[]
    }
  >(sql`
    select ${personColumns(today(context))}, u.path::text as "unitPath", p.external_id as "externalId", p.language,
      ${holdsRoleBeyond(sql`p.id`, context.scope('people.manage'), today(context))} as "hasRoleBeyond",
      p.hired_on::text as "hiredOn", to_json(p.deactivated_at)#>>'{}' as "deactivatedAt",
      (select to_json(max(a.at))#>>'{}' from audit a where a.subject_kind = 'person'
        and a.subject_id = p.id::text and a.action = 'sign-in.done') as "lastSignInAt",
      coalesce((select json_agg(json_build_object('unitId', pl.unit_id, 'unitName', ${fullUnitName('pu')},
          'from', pl.valid_from, 'lastDay', pl.valid_to - 1) order by pl.valid_from desc, pl.id desc)
        from person_placement pl join unit pu on pu.id = pl.unit_id where pl.person_id = p.id), '[]'::json) as placements
    from person p join unit u on u.id = p.unit_id where p.id = ${personId}`)
  if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
  const { placements, unitPath, hasRoleBeyond, ...person } = row
  return {
    person,
    placements,
    grants: await grantsOf(context, personId),
    may: {
      manage: within(context.scope('people.manage'), unitPath) && !hasRoleBeyond,
      grant: context.scope('roles.grant').length > 0,
    },
  }
}

const cursor = z.tuple([z.string().max(400), z.uuid()])

const writeCursor = (...position: z.infer<typeof cursor>) =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

function readCursor(text: string) {
  try {
    const position = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    if (!position[0].includes('\0')) return position
  } catch {
    // Falls through: whatever it was, we did not write it.
  }
  throw new ORPCError('BAD_REQUEST', { status: 400, message: 'after is not a page key' })
}
