import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { publish } from '../../../server/events.ts'
import { timeZone } from '../../../testing/app.ts'
import { insertCourse } from '../../../testing/courses.ts'
import type { TestPerson, TestUnit, World } from '../../../testing/world.ts'
import {
  changeDueDate,
  endEnrolment,
  enrolment,
  enrolPeople,
  lessonProgress,
  lockEnrolment,
  logChanges,
} from '../../learning/server/public.ts'
import { rebuildRollups } from './rollup.ts'

export type TestCourse = Awaited<ReturnType<typeof insertCourse>>
export type NewTestEnrolment = { required?: boolean; dueOn?: string | null }

/** What happens to enrolments and people, as the slices that own them tell it. */
export function historyOf(world: World) {
  const act = (at = world.clock()) => ({ at, actorId: null })

  const current = async (person: TestPerson, { courseId }: TestCourse) => {
    const [row] = await world.db.execute<{ id: string }>(sql`
      select id from enrolment where person_id = ${person.id} and course_id = ${courseId}
        and state in ('enrolled', 'started', 'completed')`)
    return row?.id ?? null
  }
  const change = async (
    person: TestPerson,
    course: TestCourse,
    work: (tx: Tx, row: NonNullable<Awaited<ReturnType<typeof lockEnrolment>>>) => Promise<void>,
  ) => {
    const id = await current(person, course)
    if (id === null) return
    await world.db.transaction(async (tx) => {
      const row = await lockEnrolment(tx, id)
      if (row) await work(tx, row)
    })
  }

  return {
    insertCourse: () => insertCourse(world.sql),
    enrol: async (
      person: TestPerson,
      { courseId, courseVersionId }: TestCourse,
      { required = true, dueOn = null }: NewTestEnrolment = {},
    ) => {
      await world.db.transaction((tx) =>
        enrolPeople(tx, act(), { courseId, courseVersionId, lessonsTotal: 2 }, [
          { personId: person.id, origin: 'trainer', required, dueOn },
        ]),
      )
      return current(person, { courseId, courseVersionId })
    },
    start: (person: TestPerson, course: TestCourse) =>
      change(person, course, async (tx, row) => {
        if (row.state !== 'enrolled') return
        await tx.update(enrolment).set({ state: 'started' }).where(eq(enrolment.id, row.id))
        await logChanges(tx, act(), [{ enrolment: row, change: 'started' }])
      }),
    finishLesson: (person: TestPerson, course: TestCourse, lessonKey: 'first' | 'second') =>
      change(person, course, async (tx, row) => {
        const at = world.clock()
        await tx
          .insert(lessonProgress)
          .values({
            enrolmentId: row.id,
            lessonKey,
            firstOpenedAt: at,
            completedAt: at,
            updatedAt: at,
          })
          .onConflictDoNothing()
        await logChanges(tx, act(), [{ enrolment: row, change: 'lesson-completed' }])
      }),
    complete: (person: TestPerson, course: TestCourse, at = world.clock()) =>
      change(person, course, async (tx, row) => {
        if (row.state === 'completed') return
        await tx
          .update(enrolment)
          .set({ state: 'completed', completedAt: at, lessonsDone: 2, quizBestShare: 0.85 })
          .where(eq(enrolment.id, row.id))
        await logChanges(tx, act(at), [{ enrolment: row, change: 'completed' }])
      }),
    end: (person: TestPerson, course: TestCourse, state: 'withdrawn' | 'released') =>
      change(person, course, async (tx, row) => {
        await endEnrolment(tx, act(), row, state)
      }),
    changeDue: (
      person: TestPerson,
      course: TestCourse,
      due: { dueOn: string | null; required: boolean },
    ) =>
      change(person, course, async (tx, row) => {
        await changeDueDate(tx, act(), row, due)
      }),
    move: (person: TestPerson, to: TestUnit) =>
      world.db.transaction(async (tx) => {
        const [before] = await tx.execute<{ unit_id: string; active: boolean }>(
          sql`select unit_id, active from person where id = ${person.id} for update`,
        )
        if (!before?.active || before.unit_id === to.id) return
        await tx.execute(sql`update person set unit_id = ${to.id} where id = ${person.id}`)
        const about = { personId: person.id, on: '2026-11-18' }
        await publish(
          tx,
          { type: 'PersonLeftUnit', ...about, unitId: before.unit_id },
          { type: 'PersonJoinedUnit', ...about, unitId: to.id, jobRole: null },
        )
      }),
    setActive: (person: TestPerson, active: boolean) =>
      world.db.transaction(async (tx) => {
        const [changed] = await tx.execute<{ unit_id: string }>(sql`
          update person set active = ${active} where id = ${person.id} and active <> ${active} returning unit_id`)
        if (!changed) return
        const about = { personId: person.id, unitId: changed.unit_id }
        await publish(
          tx,
          active
            ? { type: 'PersonJoinedUnit', ...about, jobRole: null, on: '2026-11-18' }
            : { type: 'PersonDeactivated', ...about },
        )
      }),
    /** A unit with all below it to another parent, as a reform does. */
    moveUnit: (unit: TestUnit, to: TestUnit) =>
      world.db.transaction(async (tx) => {
        await tx.execute(sql`
          update unit u set path = parent.path || subpath(u.path, nlevel(moved.path) - 1)
          from unit moved, unit parent
          where moved.id = ${unit.id} and parent.id = ${to.id} and u.path <@ moved.path`)
        await tx.execute(sql`update unit set parent_id = ${to.id} where id = ${unit.id}`)
        await publish(tx, { type: 'UnitMoved', unitId: unit.id })
      }),
    /** The world's own people came without a fact. */
    rebuild: () => world.db.transaction((tx) => rebuildRollups(tx, timeZone)),
  }
}

export type History = ReturnType<typeof historyOf>
