import {
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { LocalisedText } from '../../../contract/primitives.ts'
import type { CourseFacts } from '../model/course-facts.ts'
import type { LessonDocument } from '../model/lesson-document.ts'
import type { QuestionText, QuestionType } from '../model/question-text.ts'
import type { QuestionKey } from './question-key.ts'

export const course = pgTable('course', {
  id: text().primaryKey(),
  title: jsonb().$type<LocalisedText>().notNull(),
  subtitle: jsonb().$type<LocalisedText>().notNull(),
  summary: jsonb().$type<LocalisedText>().notNull(),
  topics: text().array().notNull(),
  audience: text().array().notNull(),
  languages: text().array().notNull(),
  minutes: integer().notNull(),
  lessonCount: integer('lesson_count').notNull(),
  legalState: date('legal_state').notNull(),
  figure: text(),
  searchText: text('search_text').notNull(),
  currentVersionId: uuid('current_version_id').notNull(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
})

export const courseVersion = pgTable(
  'course_version',
  {
    id: uuid().primaryKey(),
    courseId: text('course_id').notNull(),
    number: integer().notNull(),
    revision: integer().notNull(),
    contentHash: text('content_hash').notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
    facts: jsonb().$type<CourseFacts>().notNull(),
  },
  (table) => [unique().on(table.courseId, table.number)],
)

export const lesson = pgTable(
  'lesson',
  {
    courseVersionId: uuid('course_version_id').notNull(),
    lessonKey: text('lesson_key').notNull(),
    position: integer().notNull(),
    minutes: integer().notNull(),
    title: jsonb().$type<LocalisedText>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.courseVersionId, table.lessonKey] })],
)

export const lessonText = pgTable(
  'lesson_text',
  {
    courseVersionId: uuid('course_version_id').notNull(),
    lessonKey: text('lesson_key').notNull(),
    language: text().notNull(),
    contentHash: text('content_hash').notNull(),
    document: jsonb().$type<LessonDocument>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.courseVersionId, table.lessonKey, table.language] })],
)

export const question = pgTable(
  'question',
  {
    courseVersionId: uuid('course_version_id').notNull(),
    questionKey: text('question_key').notNull(),
    position: integer().notNull(),
    type: text().$type<QuestionType>().notNull(),
    lessonKey: text('lesson_key').notNull(),
    shown: jsonb().$type<QuestionText>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.courseVersionId, table.questionKey] })],
)

export const questionKeyTable = pgTable(
  'question_key',
  {
    courseVersionId: uuid('course_version_id').notNull(),
    questionKey: text('question_key').notNull(),
    key: jsonb().$type<QuestionKey>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.courseVersionId, table.questionKey] })],
)

export const courseRevision = pgTable(
  'course_revision',
  {
    courseVersionId: uuid('course_version_id').notNull(),
    revision: integer().notNull(),
    contentHash: text('content_hash').notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
    compiled: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.courseVersionId, table.revision] })],
)
