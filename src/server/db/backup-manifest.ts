import { z } from 'zod'

export const backupManifest = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  migrations: z.array(z.object({ number: z.number().int(), sha256: z.string() })),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() }),
  ),
})
export type BackupManifest = z.infer<typeof backupManifest>
