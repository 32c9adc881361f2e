import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Language } from '../../../contract/primitives.ts'
import type { MailState } from '../contract.ts'

export const mail = pgTable('mail', {
  id: uuid().primaryKey(),
  personId: uuid('person_id'),
  recipient: text().notNull(),
  template: text().notNull(),
  language: text().$type<Language>().notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  state: text().$type<MailState>().notNull(),
  attempts: integer().notNull().default(0),
  nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }),
  lastError: text('last_error'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  sentAt: timestamp('sent_at', { withTimezone: true }),
  onceKey: text('once_key'),
})
