import { z } from 'zod'
import { blockValue } from './block-value.ts'

export const lessonKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

const blockId = lessonKey

const share = z.number().min(0).max(1)

/**
 * The block at the reading line and the share of it above the line: the same place on any screen.
 * `read` is the share of the whole lesson above it, for the minutes left.
 */
export const position = z.object({ block: z.number().int().min(0).max(10_000), share, read: share })
export type Position = z.infer<typeof position>

/**
 * One thing the browser has to tell about a lesson. Made once, sent until acknowledged.
 * `id` is its receipt; `at` is the browser's clock and settles which of two saves is later.
 */
export const lessonSave = z.object({
  id: z.uuid(),
  lessonKey,
  at: z.iso.datetime({ offset: true }),
  position: position.nullable().default(null),
  /** Seconds present and active since the save before: added up, so each save counts once. */
  presentSeconds: z.number().int().min(0).max(3600).default(0),
  blocks: z.record(blockId, blockValue).default({}),
  /** The learner pressed "Next lesson" or "Finish lesson" at the end. */
  completed: z.boolean().default(false),
})
export type LessonSave = z.infer<typeof lessonSave>
