import { boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

export const reportingEnrolment = pgTable('reporting_enrolment', {
  enrolmentId: uuid('enrolment_id').primaryKey(),
  personId: uuid('person_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  courseId: text('course_id').notNull(),
  required: boolean().notNull(),
  state: text().notNull(),
  dueOn: date('due_on'),
  completedOn: date('completed_on'),
  learnedMinutes: integer('learned_minutes').notNull(),
})

export const reportingCourse = pgTable(
  'reporting_course',
  {
    unitId: uuid('unit_id').notNull(),
    courseId: text('course_id').notNull(),
    required: boolean().notNull(),
    enrolled: integer().notNull(),
    started: integer().notNull(),
    completed: integer().notNull(),
    learnedMinutes: integer('learned_minutes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.courseId, table.required] })],
)

export const reportingDue = pgTable(
  'reporting_due',
  {
    unitId: uuid('unit_id').notNull(),
    courseId: text('course_id').notNull(),
    required: boolean().notNull(),
    dueOn: date('due_on').notNull(),
    enrolled: integer().notNull(),
    started: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.courseId, table.required, table.dueOn] })],
)

export const reportingWeek = pgTable(
  'reporting_week',
  {
    unitId: uuid('unit_id').notNull(),
    courseId: text('course_id').notNull(),
    required: boolean().notNull(),
    week: date().notNull(),
    completed: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.week, table.courseId, table.required] })],
)

export const reportingPerson = pgTable('reporting_person', {
  personId: uuid('person_id').primaryKey(),
  unitId: uuid('unit_id').notNull(),
  trained: boolean().notNull(),
})

export const reportingUnit = pgTable('reporting_unit', {
  unitId: uuid('unit_id').primaryKey(),
  people: integer().notNull(),
  trained: integer().notNull(),
})
