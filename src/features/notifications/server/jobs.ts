import type { Job } from '../../../server/jobs.ts'
import { deliverMails } from './deliver.ts'
import { requestReminders } from './reminders.ts'
import { smtpSender } from './smtp.ts'

const deliver: Job = {
  name: 'notifications.deliver',
  cron: '* * * * *',
  run: async ({ db, smtpUrl, clock }) => {
    await deliverMails(db, smtpUrl ? smtpSender(smtpUrl) : null, clock)
  },
}

const remind: Job = {
  name: 'notifications.remind',
  cron: '30 7 * * 1-5',
  run: async ({ db, clock, timeZone, publicUrl }) => {
    await db.transaction((tx) => requestReminders(tx, { clock, timeZone, publicUrl }))
  },
}

export const notificationsJobs: Job[] = [deliver, remind]
