import { ORPCError } from '@orpc/server'
import { eq } from 'drizzle-orm'
import type {
  CourseId,
  CourseVersionId,
  EnrolmentId,
  Language,
} from '../../../contract/primitives.ts'
import type { Context } from '../../../server/context.ts'
import { lessonsCarriedOver } from '../model/carry-over.ts'
import { isOpen } from '../model/enrolment-state.ts'
import { type CourseVersionFacts, currentVersionOf, knownVersion, textIn } from './course-facts.ts'
import { readLessonStates } from './lesson-store.ts'
import { type EnrolmentRow, enrolment } from './schema.ts'

/** The player's outline: lessons of the version begun with, what is done, where the learner was. */
export async function playerView(context: Context, enrolmentId: string, language: Language) {
  const { db } = context
  const [row] = await db.select().from(enrolment).where(eq(enrolment.id, enrolmentId))
  if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
  const facts = await knownVersion(context, row.courseVersionId)
  const keys = facts.lessons.map(({ key }) => key)
  const stateOf = await readLessonStates(db, enrolmentId, keys)
  const done = new Set(keys.filter((key) => stateOf(key).completedAt !== null))
  return {
    enrolmentId: row.id as EnrolmentId, // its table's id
    courseId: row.courseId as CourseId, // as the catalogue's key demands
    courseVersionId: facts.courseVersionId,
    title: textIn(facts.title, language),
    legalState: facts.legalState,
    state: row.state,
    dueOn: row.dueOn,
    completedAt: row.completedAt?.toISOString() ?? null,
    lessons: facts.lessons.map(({ key, title, minutes }) => {
      const { completedAt, position } = stateOf(key)
      return {
        key,
        title: textIn(title, language),
        minutes,
        completedAt,
        position: position && {
          block: position.block,
          share: position.share,
          read: position.read,
        },
      }
    }),
    lastLessonKey: row.lastLessonKey,
    quiz:
      facts.completion.quizPassMark === null
        ? null
        : {
            questionCount: facts.quizQuestions,
            passMark: facts.completion.quizPassMark,
            passedAt: row.quizPassedAt?.toISOString() ?? null,
            bestShare: row.quizBestShare,
          },
    versionOffer: await versionOffer(context, row, facts, done),
  }
}

/** The current version, for who is on an older one and has not completed it. */
async function versionOffer(
  context: Context,
  row: EnrolmentRow,
  facts: CourseVersionFacts,
  done: ReadonlySet<string>,
): Promise<{
  courseVersionId: CourseVersionId
  number: number
  lessonsCarriedOver: number
  lessonsTotal: number
} | null> {
  if (!isOpen(row.state)) return null
  const current = await context.memory.recall('course', `current ${row.courseId}`, () =>
    currentVersionOf(context.db, row.courseId),
  )
  if (!current || current.courseVersionId === row.courseVersionId) return null
  const to = await knownVersion(context, current.courseVersionId)
  return {
    courseVersionId: current.courseVersionId,
    number: current.number,
    lessonsCarriedOver: lessonsCarriedOver(facts.lessons, to.lessons, done).length,
    lessonsTotal: to.lessons.length,
  }
}
