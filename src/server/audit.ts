import { sql } from 'drizzle-orm'
import type { Context } from './context.ts'
import type { Tx } from './db/connect.ts'

export type AuditEntry = {
  /** Verb of the trade: `role.granted`, `due-date.changed`. */
  action: string
  subjectKind: string
  subjectId: string
  unitId?: string | null
  detail?: Record<string, unknown>
}

/** Writes who did what, in the transaction of the change. */
export async function audit(tx: Tx, context: Context, entry: AuditEntry): Promise<void> {
  await tx.execute(sql`
    insert into audit (at, actor_id, action, subject_kind, subject_id, unit_id, detail, request_id)
    values (${context.clock().toISOString()}, ${context.session?.personId ?? null}, ${entry.action},
      ${entry.subjectKind}, ${entry.subjectId}, ${entry.unitId ?? null},
      ${JSON.stringify(entry.detail ?? {})}::text::jsonb, ${context.requestId})`)
}
