import { stringify } from 'csv-stringify/sync'
import { eq, sql } from 'drizzle-orm'
import {
  courseId as courseIdSchema,
  enrolmentId as enrolmentIdSchema,
  groupId as groupIdSchema,
  type Language,
  personId as personIdSchema,
  unitId as unitIdSchema,
} from '../../../contract/primitives.ts'
import { audit } from '../../../server/audit.ts'
import { within } from '../../../server/context.ts'
import { publish } from '../../../server/events.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { groupProcedures } from '../contract/groups.ts'
import { groupTable } from '../model/group-file.ts'
import {
  addMembers,
  courseToTake,
  extendDue,
  insertGroup,
  lockGroup,
  membersAmong,
  removeMembers,
} from './group-store.ts'
import { groupsView, groupView } from './group-view.ts'
import { learningGroup } from './schema.ts'

const handle = handlersFor(groupProcedures)

export const groupHandlers = {
  groups: handle.groups.handler(async ({ input, context }) => ({
    groups: await groupsView(context.db, input, {
      scope: context.scope('groups.read'),
      personId: context.person().personId,
      today: today(context),
      now: context.clock(),
    }),
  })),

  group: handle.group.handler(async ({ input, context, errors }) => {
    const at = { today: today(context), now: context.clock() }
    const found = await groupView(context.db, input.groupId, input.language, at)
    if (!found) throw errors.NOT_FOUND()
    const { unitPath, ...group } = found
    return {
      ...group,
      groupId: groupIdSchema.parse(group.groupId),
      courseId: courseIdSchema.parse(group.courseId),
      unitId: unitIdSchema.parse(group.unitId),
      mayManage: within(context.scope('groups.manage'), unitPath),
    }
  }),

  groupChoices: handle.groupChoices.handler(async ({ input, context }) => {
    const title = sql.raw(`coalesce(title->>'${input.language}', title->>'en')`)
    const [courses, units] = await Promise.all([
      context.db.execute<{ courseId: string; title: string }>(
        sql`select id as "courseId", ${title} as title from course where withdrawn_at is null order by 2`,
      ),
      context.db.execute<{ unitId: string; name: string; depth: number }>(sql`
        select u.id as "unitId", u.name, nlevel(u.path) as depth from unit u
        where u.closed_on is null and u.kind <> 'department' and exists (
          select 1 from jsonb_array_elements_text(${JSON.stringify(context.scope('groups.manage'))}::text::jsonb) scope where u.path <@ scope.value::ltree)
        order by nlevel(u.path), u.name collate polish limit 1000`),
    ])
    return {
      courses: courses.map((row) => ({ ...row, courseId: courseIdSchema.parse(row.courseId) })),
      units: units.map((row) => ({ ...row, unitId: unitIdSchema.parse(row.unitId) })),
    }
  }),

  createGroup: handle.createGroup.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      if (!(await courseToTake(tx, input.courseId))) throw errors.NO_SUCH_COURSE()
      const group = { ...input, trainerId: context.person().personId }
      const id = await insertGroup(tx, group, context.clock())
      await audit(tx, context, {
        action: 'group.created',
        subjectKind: 'group',
        subjectId: id,
        unitId: input.unitId,
      })
      return { groupId: groupIdSchema.parse(id) }
    }),
  ),

  groupCandidates: handle.groupCandidates.handler(async ({ input, context }) => {
    const people = await context.db.execute<{
      personId: string
      displayName: string
      unitName: string
    }>(sql`
      select p.id as "personId", p.display_name as "displayName", u.name as "unitName"
      from learning_group g join unit gu on gu.id = g.unit_id
      join unit u on u.path <@ gu.path
      join person p on p.unit_id = u.id and p.active
      where g.id = ${input.groupId}
        and search_form(p.display_name || ' ' || p.email) like '%' || search_form(${input.query.replaceAll(/[\\%_]/g, '\\$&')}) || '%'
        and not exists (select 1 from group_member m where m.group_id = g.id and m.person_id = p.id and m.left_at is null)
      order by p.sort_name collate polish, p.id limit 50`)
    return {
      people: people.map((row) => ({ ...row, personId: personIdSchema.parse(row.personId) })),
    }
  }),

  addMembers: handle.addMembers.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const group = await lockGroup(tx, input.groupId)
      if (!group) throw errors.NOT_FOUND()
      const course = await courseToTake(tx, group.courseId)
      if (group.closedAt || !course) throw errors.GROUP_CLOSED()
      const act = { at: context.clock(), actorId: context.person().personId }
      const added = await addMembers(tx, act, group, course, input.personIds)
      const detail = { personIds: input.personIds, added }
      await audit(tx, context, {
        action: 'group.members-added',
        subjectKind: 'group',
        subjectId: group.id,
        unitId: group.unitId,
        detail,
      })
      return { added, leftOut: input.personIds.length - added }
    }),
  ),

  removeMembers: handle.removeMembers.handler(({ input, context }) =>
    context.write(async (tx) => {
      const changed = await removeMembers(tx, context.clock(), input.groupId, input.enrolmentIds)
      const detail = { enrolmentIds: input.enrolmentIds }
      await audit(tx, context, {
        action: 'group.members-removed',
        subjectKind: 'group',
        subjectId: input.groupId,
        detail,
      })
      return { changed, leftOut: input.enrolmentIds.length - changed }
    }),
  ),

  extendDue: handle.extendDue.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const earliest = today(context)
      if (input.dueOn < earliest) throw errors.DUE_IN_PAST({ data: { earliest } })
      const act = { at: context.clock(), actorId: context.person().personId }
      const members = await membersAmong(tx, input.groupId, input.enrolmentIds)
      const changed = await extendDue(tx, act, members, input.dueOn)
      const recipients = await recipientsOf(tx, changed)
      await publish(
        tx,
        ...recipients.map((each) => ({
          type: 'MailRequested' as const,
          template: 'due-date-changed',
          personId: each.personId,
          to: each.email,
          language: each.language,
          data: {
            course: each.course,
            dueOn: input.dueOn,
            link: `${context.config.publicUrl}/learn/${each.enrolmentId}`,
          },
        })),
      )
      const detail = { enrolmentIds: changed, dueOn: input.dueOn, reason: input.reason }
      await audit(tx, context, {
        action: 'due-date.changed',
        subjectKind: 'group',
        subjectId: input.groupId,
        detail,
      })
      return { changed: changed.length, leftOut: input.enrolmentIds.length - changed.length }
    }),
  ),

  messageMembers: handle.messageMembers.handler(({ input, context }) =>
    context.write(async (tx) => {
      const members = await membersAmong(tx, input.groupId, input.enrolmentIds)
      const recipients = await recipientsOf(tx, members)
      await publish(
        tx,
        ...recipients.map((each) => ({
          type: 'MailRequested' as const,
          template: 'group-message',
          personId: each.personId,
          to: each.email,
          language: each.language,
          data: {
            subject: input.subject,
            message: input.message,
            from: context.person().displayName,
          },
        })),
      )
      const detail = {
        enrolmentIds: recipients.map(({ enrolmentId }) => enrolmentId),
        subject: input.subject,
      }
      await audit(tx, context, {
        action: 'group.message-sent',
        subjectKind: 'group',
        subjectId: input.groupId,
        detail,
      })
      return { sent: recipients.length, leftOut: input.enrolmentIds.length - recipients.length }
    }),
  ),

  closeGroup: handle.closeGroup.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const group = await lockGroup(tx, input.groupId)
      if (!group) throw errors.NOT_FOUND()
      const closedAt = group.closedAt ?? context.clock()
      if (!group.closedAt) {
        await tx.update(learningGroup).set({ closedAt }).where(eq(learningGroup.id, group.id))
        await audit(tx, context, {
          action: 'group.closed',
          subjectKind: 'group',
          subjectId: group.id,
          unitId: group.unitId,
        })
      }
      return { closedAt: closedAt.toISOString() }
    }),
  ),

  exportGroup: handle.exportGroup.handler(async ({ input, context, errors }) => {
    const group = await groupView(context.db, input.groupId, input.language, {
      today: today(context),
      now: context.clock(),
    })
    if (!group) throw errors.NOT_FOUND()
    await context.write((tx) =>
      tx.execute(sql`
        insert into export_log (id, at, person_id, what, unit_id, row_count, format)
        values (${context.newId()}, ${context.clock().toISOString()}, ${context.person().personId}, 'group', ${group.unitId},
          ${group.members.length}, 'csv')`),
    )
    const rows = groupTable(group, input.language).map((row) => row.map(safeCell))
    return new File([stringify(rows, { delimiter: ';', bom: true })], `${today(context)}.csv`, {
      type: 'text/csv',
    })
  }),
}

/** A text a spreadsheet would run as a formula is prefixed, as OWASP advises on CSV injection. */
const safeCell = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

type Recipient = {
  enrolmentId: string
  personId: string
  email: string
  language: Language
  course: string
}

async function recipientsOf(
  tx: Parameters<typeof addMembers>[0],
  enrolmentIds: readonly string[],
): Promise<Recipient[]> {
  if (enrolmentIds.length === 0) return []
  const rows = await tx.execute<Recipient>(sql`
    select e.id as "enrolmentId", p.id as "personId", p.email, p.language, coalesce(c.title->>p.language, c.title->>'en', c.id) as course
    from enrolment e join person p on p.id = e.person_id and p.active join course c on c.id = e.course_id
    where e.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(enrolmentIds)}::text::jsonb))`)
  return rows.map((row) => ({ ...row, enrolmentId: enrolmentIdSchema.parse(row.enrolmentId) }))
}
