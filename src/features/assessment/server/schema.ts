import {
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Paper } from '../model/draw-paper.ts'
import type { Mark } from '../model/mark.ts'
import type { Response } from '../model/response.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const quizAttempt = pgTable(
  'quiz_attempt',
  {
    id: uuid().primaryKey(),
    enrolmentId: uuid('enrolment_id').notNull(),
    courseVersionId: uuid('course_version_id').notNull(),
    number: integer().notNull(),
    seed: integer().notNull(),
    paper: jsonb().$type<Paper>().notNull(),
    startedAt: instant('started_at').notNull(),
    submittedAt: instant('submitted_at'),
    scoreShare: doublePrecision('score_share'),
    passed: boolean(),
    passMark: doublePrecision('pass_mark').notNull(),
    marks: jsonb().$type<Mark[]>(),
  },
  (table) => [unique().on(table.enrolmentId, table.number)],
)

export const quizAnswer = pgTable('quiz_answer', {
  id: uuid().primaryKey(),
  attemptId: uuid('attempt_id').notNull(),
  questionKey: text('question_key').notNull(),
  response: jsonb().$type<Response>().notNull(),
  sequence: integer().notNull(),
  answeredAt: instant('answered_at').notNull(),
})
