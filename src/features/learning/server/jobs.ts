import { lt } from 'drizzle-orm'
import type { Job } from '../../../server/jobs.ts'
import { progressReceipt } from './schema.ts'

/** Longer than any browser keeps a save that it could not send. */
const receiptDays = 180

const forgetReceipts: Job = {
  name: 'learning.forget-receipts',
  cron: '20 3 * * *',
  run: async ({ db, clock }) => {
    const before = new Date(clock().getTime() - receiptDays * 86_400_000)
    await db.delete(progressReceipt).where(lt(progressReceipt.receivedAt, before))
  },
}

export const learningJobs: readonly Job[] = [forgetReceipts]
