import {
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const enrolment = pgTable('enrolment', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  courseId: text('course_id').notNull(),
  courseVersionId: uuid('course_version_id').notNull(),
  state: text('state', {
    enum: ['enrolled', 'started', 'completed', 'withdrawn', 'released'],
  }).notNull(),
  origin: text('origin', { enum: ['self', 'trainer', 'assignment'] }).notNull(),
  assignmentId: uuid('assignment_id'),
  groupId: uuid('group_id'),
  required: boolean('required').notNull().default(false),
  dueOn: date('due_on', { mode: 'string' }),
  enrolledAt: instant('enrolled_at').notNull(),
  startedAt: instant('started_at'),
  completedAt: instant('completed_at'),
  endedAt: instant('ended_at'),
  lastSeenAt: instant('last_seen_at'),
  lastLessonKey: text('last_lesson_key'),
  lastPosition: jsonb('last_position'),
  lessonsDone: integer('lessons_done').notNull().default(0),
  lessonsTotal: integer('lessons_total').notNull(),
  quizPassedAt: instant('quiz_passed_at'),
  quizBestShare: doublePrecision('quiz_best_share'),
  /** See `model/lesson-cells.ts`; written with every row of `lesson_progress`, like the sum of its seconds. */
  lessonCells: text('lesson_cells').notNull().default(''),
  presentSeconds: integer('present_seconds').notNull().default(0),
})
export type EnrolmentRow = typeof enrolment.$inferSelect

export const enrolmentEvent = pgTable('enrolment_event', {
  id: uuid('id').primaryKey(),
  enrolmentId: uuid('enrolment_id').notNull(),
  at: instant('at').notNull(),
  type: text('type').notNull(),
  actorId: uuid('actor_id'),
  detail: jsonb('detail').notNull().default({}),
})

export const lessonProgress = pgTable(
  'lesson_progress',
  {
    enrolmentId: uuid('enrolment_id').notNull(),
    lessonKey: text('lesson_key').notNull(),
    firstOpenedAt: instant('first_opened_at').notNull(),
    completedAt: instant('completed_at'),
    position: jsonb('position'),
    presentSeconds: integer('present_seconds').notNull().default(0),
    blockState: jsonb('block_state').notNull().default({}),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.enrolmentId, table.lessonKey] })],
)

export const progressReceipt = pgTable('progress_receipt', {
  id: uuid('id').primaryKey(),
  enrolmentId: uuid('enrolment_id').notNull(),
  receivedAt: instant('received_at').notNull().defaultNow(),
})

export const note = pgTable('note', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  courseId: text('course_id').notNull(),
  lessonKey: text('lesson_key').notNull(),
  kind: text('kind', { enum: ['note', 'highlight', 'reflection'] }).notNull(),
  anchor: jsonb('anchor'),
  body: text('body').notNull().default(''),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const learningGroup = pgTable('learning_group', {
  id: uuid('id').primaryKey(),
  unitId: uuid('unit_id').notNull(),
  name: text('name').notNull(),
  courseId: text('course_id').notNull(),
  trainerId: uuid('trainer_id').notNull(),
  startsOn: date('starts_on', { mode: 'string' }).notNull(),
  dueOn: date('due_on', { mode: 'string' }),
  closedAt: instant('closed_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const groupMember = pgTable(
  'group_member',
  {
    groupId: uuid('group_id').notNull(),
    personId: uuid('person_id').notNull(),
    enrolmentId: uuid('enrolment_id').notNull(),
    joinedAt: instant('joined_at').notNull(),
    leftAt: instant('left_at'),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.personId] })],
)

export const assignment = pgTable('assignment', {
  id: uuid('id').primaryKey(),
  courseId: text('course_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  jobRole: text('job_role'),
  dueOn: date('due_on', { mode: 'string' }),
  dueDaysAfterJoining: integer('due_days_after_joining'),
  createdBy: uuid('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  endedAt: instant('ended_at'),
})
