import { z } from 'zod'

/** How a person wants the screen; stored with a version so that old rows stay readable. */
export const appearance = z.object({
  version: z.literal(1),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  textSize: z.enum(['normal', 'large', 'largest']),
})
export type Appearance = z.infer<typeof appearance>

export const defaultAppearance: Appearance = { version: 1, theme: 'system', textSize: 'normal' }

/** What is stored may be `{}` (never chosen) or older than this code. */
export function readAppearance(stored: unknown): Appearance {
  const parsed = appearance.safeParse(stored)
  return parsed.success ? parsed.data : defaultAppearance
}
