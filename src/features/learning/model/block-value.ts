import { z } from 'zod'

/** What a learner left in a block: ticked items of a checklist, or the options last tried in a check. */
export const blockValue = z.array(z.number().int().min(0).max(200)).max(200)
export type BlockValue = z.infer<typeof blockValue>
