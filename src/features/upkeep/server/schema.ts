import { bigint, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { BackupFailure } from '../model/backup-warning.ts'

export const backupRun = pgTable('backup_run', {
  id: uuid().primaryKey(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true }).notNull(),
  folder: text(),
  rowCount: bigint('row_count', { mode: 'number' }),
  failure: text().$type<BackupFailure>(),
})
