import { z } from 'zod'

/** What a column of a personnel file can be. */
export const importFields = [
  'externalId',
  'givenName',
  'familyName',
  'displayName',
  'email',
  'unit',
  'jobRole',
  'hiredOn',
  'language',
  'role',
] as const
export const importField = z.enum(importFields)
export type ImportField = z.infer<typeof importField>

/** Column number (from 0) of each field that the file has. */
export const importMapping = z.partialRecord(importField, z.number().int().min(0).max(99))
export type ImportMapping = z.infer<typeof importMapping>

export const importFaultCodes = [
  'missing',
  'bad-email',
  'duplicate-email-in-file',
  'duplicate-id-in-file',
  'email-taken',
  'unknown-unit',
  'ambiguous-unit',
  'unit-out-of-reach',
  'person-out-of-reach',
  'bad-date',
  'unknown-language',
  'unknown-role',
  'role-not-yours-to-give',
  'too-long',
] as const

/** Why a row cannot be taken over; `value` is what the file says, `row` another row it collides with. */
export const importFault = z.object({
  field: importField,
  code: z.enum(importFaultCodes),
  value: z.string(),
  row: z.number().int().optional(),
})
export type ImportFault = z.infer<typeof importFault>
export type ImportFaultCode = ImportFault['code']
