/** `none` there is no backup · `old` the newest is late · `failed` it is not late, but the last attempt failed. */
export const backupWarnings = ['none', 'old', 'failed'] as const
export type BackupWarning = (typeof backupWarnings)[number]

export const backupFailures = ['no-space', 'no-access', 'other'] as const
export type BackupFailure = (typeof backupFailures)[number]

export type BackupState = {
  /** The moment the newest backup shows. */
  lastAt: Date | null
  /** Why the newest attempt failed; null when it succeeded. */
  failure: BackupFailure | null
}

const lateAfterHours = 26

export function backupWarning({ lastAt, failure }: BackupState, now: Date): BackupWarning | null {
  if (!lastAt) return 'none'
  if (now.getTime() - lastAt.getTime() > lateAfterHours * 3_600_000) return 'old'
  return failure ? 'failed' : null
}
