import { z } from 'zod'
import { columnsOf } from '../../../contract/columns.ts'
import {
  civilDate,
  courseId,
  enrolmentId,
  groupId,
  instant,
  language,
  line,
  personId,
  procedure,
  searchText,
  unitId,
} from '../../../contract/primitives.ts'
import { enrolmentState } from '../model/enrolment-state.ts'
import { writtenText } from '../model/written-text.ts'

const tags = ['groups']
const reads = { permission: 'groups.read', on: 'group', by: 'groupId' } as const
const manages = { permission: 'groups.manage', on: 'group', by: 'groupId' } as const
const chosen = { groupId, enrolmentIds: z.array(enrolmentId).min(1).max(500) }

const groupFacts = {
  groupId,
  name: z.string(),
  courseId,
  courseTitle: z.string(),
  unitName: z.string(),
  trainerName: z.string(),
  startsOn: civilDate,
  dueOn: civilDate.nullable(),
  closedAt: instant.nullable(),
}

const groupRow = z.object({
  ...groupFacts,
  isMine: z.boolean(),
  members: z.number().int(),
  completed: z.number().int(),
  overdue: z.number().int(),
  /** Began, and did nothing for 14 days. */
  stuck: z.number().int(),
})
export type GroupRow = z.infer<typeof groupRow>

const memberRow = z.object({
  enrolmentId,
  personId,
  displayName: z.string(),
  /** Which of the group's `units`. */
  unit: z.number().int(),
  state: enrolmentState,
  dueOn: civilDate.nullable(),
  isOverdue: z.boolean(),
  lastSeenAt: instant.nullable(),
  /** Began, not completed, and not seen since that instant, 14 days ago or more. */
  stuckSince: instant.nullable(),
  completedAt: instant.nullable(),
  quizBestShare: z.number().nullable(),
  quizPassed: z.boolean(),
  /** One letter a lesson, in the course's order: see `lessonStates`. */
  cells: z.string().regex(/^[dbo]*$/),
  /** Minutes present in all lessons, beside what reading takes: a hint, never proof. */
  presentMinutes: z.number().int(),
})
export type MemberRow = z.infer<typeof memberRow>

const changed = z.object({
  changed: z.number().int(),
  /** Not in this group, or ended already. */
  leftOut: z.number().int(),
})

export const groupProcedures = {
  groups: procedure
    .meta({ access: { permission: 'groups.read' } })
    .route({
      method: 'GET',
      path: '/groups',
      tags,
      summary: 'Groups in my units: my own first, then the newest',
    })
    .input(
      z.object({
        language,
        query: searchText.default(''),
        closed: z.boolean().default(false),
        onlyMine: z.boolean().default(false),
      }),
    )
    .output(z.object({ groups: z.array(groupRow) })),

  group: procedure
    .meta({ access: reads })
    .route({
      method: 'GET',
      path: '/groups/{groupId}',
      tags,
      summary: 'A group as a matrix of learners and lessons',
    })
    .input(z.object({ groupId, language }))
    .output(
      z.object({
        ...groupFacts,
        unitId,
        mayManage: z.boolean(),
        readingMinutes: z.number().int(),
        lessons: z.array(z.object({ key: z.string(), title: z.string() })),
        /** Names of the members' units, each once. */
        units: z.array(z.string()),
        /** By name. */
        members: columnsOf(memberRow),
      }),
    ),

  groupChoices: procedure
    .meta({ access: { permission: 'groups.manage' } })
    .route({
      method: 'GET',
      path: '/group-choices',
      tags,
      summary: 'Courses and units a new group can be made of',
    })
    .input(z.object({ language }))
    .output(
      z.object({
        courses: z.array(z.object({ courseId, title: z.string() })),
        units: z.array(z.object({ unitId, name: z.string(), depth: z.number().int() })),
      }),
    ),

  createGroup: procedure
    .meta({ access: { permission: 'groups.manage', on: 'unit', by: 'unitId' } })
    .route({
      method: 'POST',
      path: '/units/{unitId}/groups',
      tags,
      summary: 'Make a group, led by oneself',
    })
    .errors({ NO_SUCH_COURSE: { status: 422 } })
    .input(
      z.object({
        unitId,
        name: line(120),
        courseId,
        startsOn: civilDate,
        dueOn: civilDate.nullable(),
      }),
    )
    .output(z.object({ groupId })),

  groupCandidates: procedure
    .meta({ access: manages })
    .route({
      method: 'GET',
      path: '/groups/{groupId}/candidates',
      tags,
      summary: 'People of the group’s unit who are not in it, found by name',
    })
    .input(z.object({ groupId, query: searchText.default('') }))
    .output(
      z.object({
        people: z.array(z.object({ personId, displayName: z.string(), unitName: z.string() })),
      }),
    ),

  addMembers: procedure
    .meta({ access: manages })
    .route({
      method: 'POST',
      path: '/groups/{groupId}/members',
      tags,
      summary: 'Put people into the group and enrol them',
    })
    .errors({ GROUP_CLOSED: { status: 409 } })
    .input(z.object({ groupId, personIds: z.array(personId).min(1).max(500) }))
    .output(z.object({ added: z.number().int(), leftOut: z.number().int() })),

  removeMembers: procedure
    .meta({ access: manages })
    .route({
      method: 'POST',
      path: '/groups/{groupId}/removals',
      tags,
      summary: 'Take people out of the group; what they did is kept',
    })
    .input(z.object(chosen))
    .output(changed),

  extendDue: procedure
    .meta({ access: manages })
    .route({
      method: 'POST',
      path: '/groups/{groupId}/due-dates',
      tags,
      summary: 'Give chosen people another due date',
    })
    .errors({ DUE_IN_PAST: { status: 422, data: z.object({ earliest: civilDate }) } })
    .input(z.object({ ...chosen, dueOn: civilDate, reason: line(200) }))
    .output(changed),

  messageMembers: procedure
    .meta({ access: { permission: 'learning.remind', on: 'group', by: 'groupId' } })
    .route({
      method: 'POST',
      path: '/groups/{groupId}/messages',
      tags,
      summary: 'Send a mail to chosen people',
    })
    .input(
      z.object({
        ...chosen,
        subject: line(150),
        message: writtenText(4000).refine((text) => text.trim() !== ''),
      }),
    )
    .output(z.object({ sent: z.number().int(), leftOut: z.number().int() })),

  closeGroup: procedure
    .meta({ access: manages })
    .route({
      method: 'POST',
      path: '/groups/{groupId}/closing',
      tags,
      summary: 'Close a group; its people stay enrolled',
    })
    .input(z.object({ groupId }))
    .output(z.object({ closedAt: instant })),

  exportGroup: procedure
    .meta({ access: reads })
    .route({
      method: 'POST',
      path: '/groups/{groupId}/file',
      tags,
      summary: 'The matrix as CSV; logged for the people in it',
    })
    .input(z.object({ groupId, language }))
    .output(z.file()),
}
