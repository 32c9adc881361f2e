import { sql } from 'drizzle-orm'
import type { Db, Tx } from './db/connect.ts'
import type { DomainEvent, DomainEventType } from './event-types.ts'

/** Tells other slices a fact, in the transaction that makes it true. */
export async function publish(tx: Tx, ...events: DomainEvent[]): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ type, ...payload }) => ({ type, payload }))
  await tx.execute(sql`
    insert into outbox (type, payload)
    select row->>'type', row->'payload' from jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) row`)
}

export type EventConsumer = {
  /** Its cursor is kept under this name: never rename one that has run. */
  name: string
  types: readonly DomainEventType[]
  /** In one transaction with the cursor: every fact takes effect exactly once. Ordered as published. */
  handle: (tx: Tx, events: DomainEvent[], at: ConsumerTime) => Promise<void>
}

/** The installation's time, for effects that bear a date: never the database's. */
export type ConsumerTime = { clock: () => Date; timeZone: string }

const batchSize = 500

/**
 * Takes the next facts for a consumer; returns how many. Two processes never take the same ones:
 * the cursor row is locked, and who finds it locked leaves with 0.
 */
export function consumeBatch(db: Db, consumer: EventConsumer, at: ConsumerTime): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`insert into outbox_cursor (consumer) values (${consumer.name}) on conflict do nothing`,
    )
    const [cursor] = await tx.execute<{ transaction_id: string; last_id: string }>(sql`
      select transaction_id::text, last_id from outbox_cursor
      where consumer = ${consumer.name} for update skip locked`)
    if (!cursor) return 0
    const facts = await tx.execute<{
      id: string
      transaction_id: string
      type: string
      payload: object
    }>(sql`
      select id, transaction_id::text, type, payload from outbox
      where (transaction_id, id) > (${cursor.transaction_id}::xid8, ${cursor.last_id}::bigint)
        and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      order by transaction_id, id limit ${batchSize}`)
    const last = facts.at(-1)
    if (!last) return 0
    const events = facts
      // publish() wrote them; the union has only grown since.
      .map(({ type, payload }) => ({ type, ...payload }) as DomainEvent)
      .filter((event) => consumer.types.includes(event.type))
    if (events.length > 0) await consumer.handle(tx, events, at)
    await tx.execute(sql`
      update outbox_cursor set transaction_id = ${last.transaction_id}::xid8, last_id = ${last.id}::bigint
      where consumer = ${consumer.name}`)
    return facts.length
  })
}

/** Brings every consumer up to date; tests wait for this. */
export async function drainOutbox(
  db: Db,
  consumers: readonly EventConsumer[],
  at: ConsumerTime,
): Promise<void> {
  let taken = 1
  while (taken > 0) {
    taken = 0
    for (const consumer of consumers) taken += await consumeBatch(db, consumer, at)
  }
}
