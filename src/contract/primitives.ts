import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { Access } from './access.ts'

/** UUID v7, lower case. Brands keep a person's id from being passed where a unit's is meant. */
export const personId = z.uuid().brand('PersonId')
export const unitId = z.uuid().brand('UnitId')
export const groupId = z.uuid().brand('GroupId')
export const enrolmentId = z.uuid().brand('EnrolmentId')
export const assignmentId = z.uuid().brand('AssignmentId')
export const courseVersionId = z.uuid().brand('CourseVersionId')
export const attemptId = z.uuid().brand('AttemptId')
/** Folder name of the course under `src/content/`. */
export const courseId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
  .brand('CourseId')

export type PersonId = z.infer<typeof personId>
export type UnitId = z.infer<typeof unitId>
export type GroupId = z.infer<typeof groupId>
export type EnrolmentId = z.infer<typeof enrolmentId>
export type AssignmentId = z.infer<typeof assignmentId>
export type CourseVersionId = z.infer<typeof courseVersionId>
export type AttemptId = z.infer<typeof attemptId>
export type CourseId = z.infer<typeof courseId>

export const languages = ['en', 'pl', 'hu'] as const
export const language = z.enum(languages)
export type Language = z.infer<typeof language>

/** An instant in UTC, ISO 8601. */
export const instant = z.iso.datetime({ offset: true })
/** A civil date without a zone, `YYYY-MM-DD`; there was no year 0000. */
export const civilDate = z.iso.date().regex(/^(?!0000)/)

/** Text an author wrote, in the languages she wrote it in; at least one. */
export const localisedText = z
  .object({ en: z.string().optional(), pl: z.string().optional(), hu: z.string().optional() })
  .refine((text) => languages.some((each) => text[each]), 'one language at least')
export type LocalisedText = z.infer<typeof localisedText>

/** No control characters and no halves of characters: PostgreSQL stores neither NUL nor those. */
export const storable = /^[^\p{Cc}\p{Cs}]*$/u

/** One line a person typed: trimmed, no control characters. */
export const line = (max: number) => z.string().trim().min(1).max(max).regex(storable)

/** What a search box holds; may be empty. */
export const searchText = z.string().trim().max(200).regex(storable)

/** Pages go by key: pass the `next` of the page before; `null` is the end. */
export const pageRequest = z.object({
  after: z.string().max(500).regex(storable).optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable() })

/** Errors every procedure may give; a slice declares its own beside them. */
export const commonErrors = {
  UNAUTHORIZED: { status: 401 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  RATE_LIMITED: { status: 429, data: z.object({ retryAfterSeconds: z.number().int() }) },
  /** Nothing was begun: ask again later, whatever it was. */
  OVERLOADED: { status: 503, data: z.object({ retryAfterSeconds: z.number().int() }) },
  /** The database is away; what was asked may have been done. With the same ids it can be asked again. */
  UNAVAILABLE: { status: 503, data: z.object({ retryAfterSeconds: z.number().int() }) },
} as const

type Meta = {
  access?: Access
  /** Long, and the same for long: the browser keeps the answer and asks by its ETag whether it still holds. */
  kept?: boolean
}

/** What every contract procedure starts from. A procedure without `access` in its meta is refused. */
export const procedure = oc.$meta<Meta>({}).errors(commonErrors)
