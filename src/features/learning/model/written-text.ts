import { z } from 'zod'

/** Text of several lines as a person wrote it; NUL and half characters cannot be stored. */
export const writtenText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'unprintable characters')
