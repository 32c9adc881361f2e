import { eq } from 'drizzle-orm'
import {
  courseId as courseIdSchema,
  groupId as groupIdSchema,
  unitId as unitIdSchema,
} from '../../../contract/primitives.ts'
import { audit } from '../../../server/audit.ts'
import { type Context, within } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { csvFile } from '../../../server/table-file.ts'
import { today } from '../../../server/today.ts'
import { logExport } from '../../identity/server/public.ts'
import { learning } from '../contract.ts'
import { groupTable } from '../model/group-table.ts'
import { currentVersionOf } from './course-facts.ts'
import { groupCandidatesView, groupChoicesView } from './group-choices-view.ts'
import { mailMembers } from './group-mails.ts'
import {
  addMembers,
  extendDue,
  type Group,
  insertGroup,
  lockGroup,
  membersAmong,
  removeMembers,
} from './group-store.ts'
import { groupsView, groupView } from './group-view.ts'
import { learningGroup } from './schema.ts'

const handle = handlersFor(learning)

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

  groupChoices: handle.groupChoices.handler(({ input, context }) =>
    groupChoicesView(context.db, context.scope('groups.manage'), input.language),
  ),

  createGroup: handle.createGroup.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      if (!(await currentVersionOf(tx, input.courseId))) throw errors.NO_SUCH_COURSE()
      const group = { ...input, trainerId: context.person().personId }
      const id = await insertGroup(tx, group, context.clock())
      await auditGroup(tx, context, 'group.created', { id, unitId: input.unitId })
      return { groupId: groupIdSchema.parse(id) }
    }),
  ),

  groupCandidates: handle.groupCandidates.handler(async ({ input, context }) => ({
    people: await groupCandidatesView(context.db, input.groupId, input.query),
  })),

  addMembers: handle.addMembers.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const group = await lockGroup(tx, input.groupId)
      if (!group) throw errors.NOT_FOUND()
      const course = await currentVersionOf(tx, group.courseId)
      if (group.closedAt || !course) throw errors.GROUP_CLOSED()
      const { personIds } = input
      const added = await addMembers(tx, actOf(context), group, course, personIds)
      await auditGroup(tx, context, 'group.members-added', group, { personIds, added })
      return { added, leftOut: personIds.length - added }
    }),
  ),

  removeMembers: handle.removeMembers.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const group = await lockGroup(tx, input.groupId)
      if (!group) throw errors.NOT_FOUND()
      const { enrolmentIds } = input
      const changed = await removeMembers(tx, context.clock(), group.id, enrolmentIds)
      await auditGroup(tx, context, 'group.members-removed', group, { enrolmentIds })
      return { changed, leftOut: enrolmentIds.length - changed }
    }),
  ),

  extendDue: handle.extendDue.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const earliest = today(context)
      const { dueOn, reason } = input
      if (dueOn < earliest) throw errors.DUE_IN_PAST({ data: { earliest } })
      const group = await lockGroup(tx, input.groupId)
      if (!group) throw errors.NOT_FOUND()
      const members = await membersAmong(tx, group.id, input.enrolmentIds)
      const enrolmentIds = await extendDue(tx, actOf(context), members, dueOn)
      await mailMembers(tx, enrolmentIds, 'due-date-changed', ({ enrolmentId, course }) => ({
        course,
        dueOn,
        link: `${context.config.publicUrl}/learn/${enrolmentId}`,
      }))
      const detail = { enrolmentIds, dueOn, reason }
      await auditGroup(tx, context, 'due-date.changed', group, detail)
      const changed = enrolmentIds.length
      return { changed, leftOut: input.enrolmentIds.length - changed }
    }),
  ),

  messageMembers: handle.messageMembers.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const group = await lockGroup(tx, input.groupId)
      if (!group) throw errors.NOT_FOUND()
      const { subject, message } = input
      const members = await membersAmong(tx, group.id, input.enrolmentIds)
      const from = context.person().displayName
      const mailed = await mailMembers(tx, members, 'group-message', () => ({
        subject,
        message,
        from,
      }))
      const detail = { enrolmentIds: mailed, subject }
      await auditGroup(tx, context, 'group.message-sent', group, detail)
      return { sent: mailed.length, leftOut: input.enrolmentIds.length - mailed.length }
    }),
  ),

  closeGroup: handle.closeGroup.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const group = await lockGroup(tx, input.groupId)
      if (!group) throw errors.NOT_FOUND()
      // Closing twice is closing once.
      if (group.closedAt) return { closedAt: group.closedAt.toISOString() }
      const closedAt = context.clock()
      await tx.update(learningGroup).set({ closedAt }).where(eq(learningGroup.id, group.id))
      await auditGroup(tx, context, 'group.closed', group)
      return { closedAt: closedAt.toISOString() }
    }),
  ),

  exportGroup: handle.exportGroup.handler(async ({ input, context, errors }) => {
    const at = { today: today(context), now: context.clock() }
    const group = await groupView(context.db, input.groupId, input.language, at)
    if (!group) throw errors.NOT_FOUND()
    const taken = { unitId: group.unitId, rowCount: group.members.enrolmentId.length }
    await context.write((tx) => logExport(tx, context, { what: 'group', format: 'csv', ...taken }))
    return csvFile({ name: at.today, ...groupTable(group, input.language) })
  }),
}

const actOf = (context: Context) => ({ at: context.clock(), actorId: context.person().personId })

const auditGroup = (
  tx: Tx,
  context: Context,
  action: string,
  { id, unitId }: Pick<Group, 'id' | 'unitId'>,
  detail: Record<string, unknown> = {},
) => audit(tx, context, { action, subjectKind: 'group', subjectId: id, unitId, detail })
