import { z } from 'zod'
import {
  civilDate,
  courseId,
  enrolmentId,
  instant,
  language,
  line,
  pageOf,
  pageRequest,
  personId,
  procedure,
  unitId,
} from '../../contract/primitives.ts'
import { municipalityTypes, unitKinds } from '../organisation/model/unit-kind.ts'

const readsUnit = { permission: 'reports.read', on: 'unit', by: 'unitId' } as const

/** The four states add up to `all`. Counts of enrolments, not of people. */
const progressCounts = z.object({
  all: z.number().int(),
  completed: z.number().int(),
  onTheWay: z.number().int(),
  overdue: z.number().int(),
  notBegun: z.number().int(),
})

/** What is counted: one course or all; required enrolments or all of them. */
const filter = z.object({
  unitId,
  courseId: courseId.optional(),
  onlyRequired: z.boolean().default(true),
})

const unitLabel = {
  unitId,
  name: z.string(),
  kind: z.enum(unitKinds),
  municipalityType: z.enum(municipalityTypes).nullable(),
  /** Another municipality is called so too. */
  isNameShared: z.boolean(),
}

export type UnitLabel = z.infer<z.ZodObject<typeof unitLabel>>

const summary = progressCounts.extend({
  people: z.number().int(),
  peopleTrained: z.number().int(),
  learnedMinutes: z.number().int(),
})

export const officeSortKeys = ['name', 'share', 'completed', 'overdue', 'people'] as const
const unitRow = progressCounts.extend({
  ...unitLabel,
  people: z.number().int(),
  /** The unit asked for itself: who belongs to none of the units listed, so that rows add up to the summary. */
  isRest: z.boolean(),
})
export type UnitRow = z.infer<typeof unitRow>

const personRow = z.object({
  enrolmentId,
  personId,
  displayName: z.string(),
  sortName: z.string(),
  unitName: z.string(),
  courseId,
  courseTitle: z.string(),
  state: z.enum(['completed', 'on-the-way', 'overdue', 'not-begun']),
  dueOn: civilDate.nullable(),
  lessonsDone: z.number().int(),
  lessonsTotal: z.number().int(),
  completedAt: instant.nullable(),
  lastSeenAt: instant.nullable(),
  quizShare: z.number().nullable(),
  remindedAt: instant.nullable(),
})
export type PersonRow = z.infer<typeof personRow>
export const personStates = personRow.shape.state.options

const exportFormat = z.enum(['csv', 'xlsx'])

export const reporting = {
  myUnits: procedure
    .meta({ access: { permission: 'reports.read' } })
    .route({
      method: 'GET',
      path: '/dashboard-units',
      tags: ['reporting'],
      summary: 'Topmost units whose figures I may read',
    })
    .input(z.object({}))
    .output(z.array(z.object(unitLabel))),

  dashboard: procedure
    .meta({ access: readsUnit })
    .route({
      method: 'GET',
      path: '/units/{unitId}/dashboard',
      tags: ['reporting'],
      summary: 'Sums, courses and trend of a unit and all below, beside the network',
    })
    .input(filter.extend({ language }))
    .output(
      z.object({
        unit: z.object({ ...unitLabel, isOffice: z.boolean(), ownPeople: z.number().int() }),
        /** From the topmost unit I may read down to the parent. */
        ancestors: z.array(z.object(unitLabel)),
        asOf: civilDate,
        officeCount: z.number().int(),
        summary,
        network: summary.extend({ name: z.string(), officeCount: z.number().int() }),
        /** Every course somebody counts for here, whichever one the sums are narrowed to. */
        courses: z.array(progressCounts.extend({ courseId, title: z.string() })),
        /** 26 weeks, oldest first; `week` is a Monday. The last one is still running. */
        weeks: z.array(
          z.object({
            week: civilDate,
            completed: z.number().int(),
            networkCompleted: z.number().int(),
          }),
        ),
        mayReadPeople: z.boolean(),
      }),
    ),

  units: procedure
    .meta({ access: readsUnit })
    .route({
      method: 'GET',
      path: '/units/{unitId}/dashboard-units',
      tags: ['reporting'],
      summary: 'The units directly below, or all offices below, with their sums',
    })
    .input(
      filter.extend({
        level: z.enum(['children', 'offices']).default('children'),
        sort: z.enum(officeSortKeys).default('name'),
        descending: z.boolean().default(false),
      }),
    )
    .output(z.object({ rows: z.array(unitRow) })),

  people: procedure
    .meta({ access: { permission: 'progress.read', on: 'unit', by: 'unitId' } })
    .route({
      method: 'GET',
      path: '/units/{unitId}/progress',
      tags: ['reporting'],
      summary: 'Enrolments by person in a unit and below',
    })
    .input(
      filter.extend({ language, state: z.enum(personStates).optional() }).extend(pageRequest.shape),
    )
    .output(pageOf(personRow).extend({ total: z.number().int() })),

  remind: procedure
    .meta({ access: { permission: 'learning.remind', on: 'unit', by: 'unitId' } })
    .route({
      method: 'POST',
      path: '/units/{unitId}/reminders',
      tags: ['reporting'],
      summary: 'Mail a reminder for these open enrolments; once a day each',
    })
    .input(z.object({ unitId, enrolmentIds: z.array(enrolmentId).min(1).max(500) }))
    /** Left out: completed, not in this unit, or reminded today already. */
    .output(z.object({ reminded: z.number().int(), leftOut: z.number().int() })),

  annual: procedure
    .meta({ access: readsUnit })
    .route({
      method: 'GET',
      path: '/units/{unitId}/annual-figures',
      tags: ['reporting'],
      summary: 'Figures for the annual report',
    })
    .input(z.object({ unitId, year: z.number().int().min(2000).max(2100) }))
    .output(
      z.object({
        year: z.number().int(),
        /** Of `people`, who worked there at some time of the year. */
        peopleTrained: z.number().int(),
        people: z.number().int(),
        offices: z.number().int(),
        officesWithTrained: z.number().int(),
        completions: z.number().int(),
        learnedMinutes: z.number().int(),
        /** Of the required enrolments due in that year. */
        requiredDue: z.number().int(),
        requiredCompleted: z.number().int(),
      }),
    ),

  exportUnits: procedure
    .meta({ access: { permission: 'reports.export', on: 'unit', by: 'unitId' } })
    .route({
      method: 'GET',
      path: '/units/{unitId}/dashboard-units/file',
      tags: ['reporting'],
      summary: 'The table of units as CSV or XLSX',
    })
    .input(
      filter.extend({
        level: z.enum(['children', 'offices']).default('children'),
        format: exportFormat,
        language,
      }),
    )
    .output(z.file()),

  exportPeople: procedure
    .meta({ access: { permission: 'progress.read', on: 'unit', by: 'unitId' } })
    .route({
      method: 'POST',
      path: '/units/{unitId}/progress/file',
      tags: ['reporting'],
      summary: 'The list of people as CSV or XLSX; logged for the people in it',
    })
    /** For XLSX; CSV may be of any length. */
    .errors({ TOO_LONG: { status: 422, data: z.object({ mostRows: z.number().int() }) } })
    .input(
      filter.extend({
        state: z.enum(personStates).optional(),
        format: exportFormat,
        language,
        reason: line(200).optional(),
      }),
    )
    .output(z.file()),
}
