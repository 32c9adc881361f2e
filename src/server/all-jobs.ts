import { learningJobs } from '../features/learning/server/jobs.ts'
import { notificationsJobs } from '../features/notifications/server/jobs.ts'
import type { Job } from './jobs.ts'

/** One line a slice. */
export const jobs: readonly Job[] = [...learningJobs, ...notificationsJobs]
