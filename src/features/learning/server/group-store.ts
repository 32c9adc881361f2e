import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'
import { newId } from '../../../server/ids.ts'
import type { Act } from './enrolment-log.ts'
import {
  type CourseToTake,
  changeDueDate,
  currentEnrolment,
  enrolPeople,
  lockEnrolment,
} from './enrolment-store.ts'
import { enrolment, groupMember, learningGroup } from './schema.ts'

export type Group = typeof learningGroup.$inferSelect

export async function lockGroup(tx: Tx, groupId: string): Promise<Group | null> {
  const [group] = await tx
    .select()
    .from(learningGroup)
    .where(eq(learningGroup.id, groupId))
    .for('update')
  return group ?? null
}

/**
 * Puts people of the group's unit into the group. Who has the course already joins with that enrolment,
 * and an open one gets the group's due date when it had none. Returns how many are new in the group.
 */
export async function addMembers(
  tx: Tx,
  act: Act,
  group: Group,
  course: CourseToTake,
  personIds: readonly string[],
): Promise<number> {
  const people = await tx.execute<{ id: string }>(sql`
    select p.id from person p join unit u on u.id = p.unit_id
    join unit g on g.id = ${group.unitId} and u.path <@ g.path
    where p.active and p.id in ${idList(personIds)}
      and not exists (select 1 from group_member m where m.group_id = ${group.id} and m.person_id = p.id and m.left_at is null)`)
  const due = { required: true, dueOn: group.dueOn }
  const newOnes = people.map(({ id }) => ({
    personId: id,
    origin: 'trainer' as const,
    groupId: group.id,
    ...due,
  }))
  await enrolPeople(tx, act, course, newOnes)
  for (const { id } of people) {
    const current = await currentEnrolment(tx, id, course.courseId)
    if (!current) throw new Error(`person ${id} was enrolled and is not`)
    if (current.dueOn === null) await changeDueDate(tx, act, current, due)
    await tx
      .insert(groupMember)
      .values({ groupId: group.id, personId: id, enrolmentId: current.id, joinedAt: act.at })
      .onConflictDoUpdate({
        target: [groupMember.groupId, groupMember.personId],
        set: { enrolmentId: current.id, joinedAt: act.at, leftAt: null },
      })
  }
  return people.length
}

/** Ids of the chosen enrolments that are in the group now. */
export async function membersAmong(
  db: Db,
  groupId: string,
  enrolmentIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ id: groupMember.enrolmentId })
    .from(groupMember)
    .where(
      and(
        eq(groupMember.groupId, groupId),
        isNull(groupMember.leftAt),
        inArray(groupMember.enrolmentId, [...enrolmentIds]),
      ),
    )
  return rows.map(({ id }) => id)
}

export async function removeMembers(
  tx: Tx,
  at: Date,
  groupId: string,
  enrolmentIds: readonly string[],
): Promise<number> {
  const left = await tx
    .update(groupMember)
    .set({ leftAt: at })
    .where(
      and(
        eq(groupMember.groupId, groupId),
        isNull(groupMember.leftAt),
        inArray(groupMember.enrolmentId, [...enrolmentIds]),
      ),
    )
    .returning({ enrolmentId: groupMember.enrolmentId })
  // They stay enrolled: the enrolment only belongs to no group any more.
  if (left.length > 0)
    await tx
      .update(enrolment)
      .set({ groupId: null })
      .where(
        and(
          eq(enrolment.groupId, groupId),
          inArray(
            enrolment.id,
            left.map((row) => row.enrolmentId),
          ),
        ),
      )
  return left.length
}

/** Sets the due date of the open ones among these enrolments; returns those that changed. */
export async function extendDue(
  tx: Tx,
  act: Act,
  enrolmentIds: readonly string[],
  dueOn: string,
): Promise<string[]> {
  const changed: string[] = []
  for (const id of [...enrolmentIds].sort()) {
    const row = await lockEnrolment(tx, id)
    if (row && (await changeDueDate(tx, act, row, { dueOn, required: row.required })))
      changed.push(id)
  }
  return changed
}

export async function insertGroup(
  tx: Tx,
  group: Omit<Group, 'id' | 'closedAt' | 'createdAt'>,
  at: Date,
): Promise<string> {
  const id = newId()
  await tx.insert(learningGroup).values({ ...group, id, createdAt: at })
  return id
}
