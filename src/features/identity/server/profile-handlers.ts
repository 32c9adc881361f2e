import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { fullUnitName } from '../../organisation/server/public.ts'
import { identity } from '../contract.ts'
import { readAppearance } from '../model/appearance.ts'
import { grantsOf } from './grants-view.ts'

const handle = handlersFor(identity).profile

export const profileHandlers = {
  get: handle.get.handler(async ({ context }) => {
    const { personId } = context.person()
    const [row] = await context.db.execute<{
      displayName: string
      givenName: string
      familyName: string
      email: string
      externalId: string | null
      unitName: string
      jobRole: string | null
      hiredOn: string | null
      language: Language
      appearance: unknown
    }>(sql`
      select p.display_name as "displayName", p.given_name as "givenName", p.family_name as "familyName",
        p.email, p.external_id as "externalId", ${fullUnitName('u')} as "unitName", p.job_role as "jobRole",
        p.hired_on::text as "hiredOn", p.language, p.appearance
      from person p join unit u on u.id = p.unit_id where p.id = ${personId}`)
    if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
    return {
      ...row,
      appearance: readAppearance(row.appearance),
      grants: await grantsOf(context, personId),
    }
  }),
  change: handle.change.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { personId } = context.person()
      const [row] = await tx.execute<{ language: Language; appearance: unknown }>(sql`
        update person set language = coalesce(${input.language ?? null}::text, language),
          appearance = coalesce(${input.appearance ? JSON.stringify(input.appearance) : null}::text::jsonb, appearance),
          updated_at = ${context.clock().toISOString()}
        where id = ${personId} returning language, appearance`)
      if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
      return { language: row.language, appearance: readAppearance(row.appearance) }
    }),
  ),
}
