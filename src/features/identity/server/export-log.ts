import type { Context } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { exportLog } from './schema.ts'

/**
 * Notes that people's data left the system: whom they are about reads it under "Who sees what about me".
 * @param taken `unitId` the unit whose people, with those below, are in the file
 */
export async function logExport(
  tx: Tx,
  context: Context,
  taken: { what: 'progress' | 'group'; unitId: string; rowCount: number; format: 'csv' | 'xlsx' },
): Promise<void> {
  await tx.insert(exportLog).values({
    ...taken,
    id: context.newId(),
    at: context.clock(),
    personId: context.person().personId,
  })
}
