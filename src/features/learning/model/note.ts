import { z } from 'zod'
import { writtenText } from './written-text.ts'

export const noteKind = z.enum(['note', 'highlight', 'reflection'])
export type NoteKind = z.infer<typeof noteKind>

/**
 * What a note belongs to: words in a block (character range of the block's text, and the words themselves,
 * which find the place again in another version), or a reflection's block id.
 */
export const noteAnchor = z.union([
  z.object({
    block: z.number().int().min(0).max(10_000),
    from: z.number().int().min(0).max(1_000_000),
    to: z.number().int().min(0).max(1_000_000),
    quote: writtenText(2000),
  }),
  z.object({ blockId: writtenText(80) }),
])
export type NoteAnchor = z.infer<typeof noteAnchor>

export const mostNotesPerCourse = 2000
