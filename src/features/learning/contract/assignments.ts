import { z } from 'zod'
import {
  assignmentId,
  civilDate,
  courseId,
  instant,
  language,
  line,
  pageOf,
  pageRequest,
  procedure,
  unitId,
} from '../../../contract/primitives.ts'

const onUnit = { permission: 'learning.assign', on: 'unit', by: 'unitId' } as const
const tags = ['learning']
const target = { courseId, unitId, jobRole: line(120).nullable().default(null) }

const assignment = z.object({
  assignmentId,
  courseId,
  courseTitle: z.string(),
  unitName: z.string(),
  jobRole: z.string().nullable(),
  dueOn: civilDate.nullable(),
  dueDaysAfterJoining: z.number().int().nullable(),
  createdAt: instant,
  createdBy: z.string(),
  endedAt: instant.nullable(),
  /** People who have the course by this assignment: still on it, and through with it. */
  openPeople: z.number().int(),
  completedPeople: z.number().int(),
})
export type AssignmentRow = z.infer<typeof assignment>

export const assignmentProcedures = {
  assignments: procedure
    .meta({ access: { permission: 'learning.assign' } })
    .route({
      method: 'GET',
      path: '/assignments',
      tags,
      summary: 'Assignments in my units, newest first',
    })
    .input(pageRequest.extend({ language, ended: z.boolean().default(false) }))
    .output(pageOf(assignment)),

  assignmentChoices: procedure
    .meta({ access: { permission: 'learning.assign' } })
    .route({
      method: 'GET',
      path: '/assignments/choices',
      tags,
      summary: 'Courses, units and job roles an assignment of mine can be made of',
    })
    .input(z.object({ language }))
    .output(
      z.object({
        courses: z.array(z.object({ courseId, title: z.string() })),
        /** Parents before children; the name of what is above tells namesakes apart. */
        units: z.array(z.object({ unitId, name: z.string(), above: z.string().nullable() })),
        jobRoles: z.array(z.string()),
      }),
    ),

  previewAssignment: procedure
    .meta({ access: onUnit })
    .route({
      method: 'GET',
      path: '/units/{unitId}/assignments/preview',
      tags,
      summary: 'How many people an assignment would touch',
    })
    .input(z.object(target))
    .output(
      z.object({
        people: z.number().int(),
        alreadyEnrolled: z.number().int(),
        alreadyCompleted: z.number().int(),
      }),
    ),

  createAssignment: procedure
    .meta({ access: onUnit })
    .route({
      method: 'POST',
      path: '/units/{unitId}/assignments',
      tags,
      summary: 'Assign a course to everyone in a unit, now and later',
    })
    .errors({
      DUE_IN_THE_PAST: { status: 422, data: z.object({ today: civilDate }) },
      ALREADY_ASSIGNED: { status: 409, data: z.object({ assignmentId }) },
    })
    .input(
      z.object({
        ...target,
        dueOn: civilDate.nullable().default(null),
        dueDaysAfterJoining: z.number().int().min(1).max(730).nullable().default(null),
      }),
    )
    .output(
      z.object({ assignmentId, enrolledPeople: z.number().int(), changedPeople: z.number().int() }),
    ),

  endAssignment: procedure
    .meta({ access: { permission: 'learning.assign', on: 'assignment', by: 'assignmentId' } })
    .route({
      method: 'POST',
      path: '/assignments/{assignmentId}/end',
      tags,
      summary: 'End an assignment; who has not completed the course is released',
    })
    .input(z.object({ assignmentId }))
    .output(z.object({ endedAt: instant, releasedPeople: z.number().int() })),
}
