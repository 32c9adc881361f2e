export { backupJob } from './backup-job.ts'
export { watchBackups } from './watch-backups.ts'
