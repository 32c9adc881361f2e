import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const backupManifest = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  /** Of the database a scheduled backup was written for; backups made by hand have none. */
  installation: z.string().optional(),
  migrations: z.array(z.object({ number: z.number().int(), sha256: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      /** Of the table's rows before they are compressed; the first backups have none. */
      sha256: z.string().optional(),
    }),
  ),
})
export type BackupManifest = z.infer<typeof backupManifest>

/** Throws when the folder holds no complete backup: the manifest is written last. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  return backupManifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
}
