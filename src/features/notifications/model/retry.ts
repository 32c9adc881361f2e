export const maxAttempts = 10

/** Minutes to wait after the given number of failed attempts (1, 2, 3 …): doubles, at most 6 h. Null: give up. */
export const minutesToRetry = (failedAttempts: number): number | null =>
  failedAttempts >= maxAttempts ? null : Math.min(2 ** (failedAttempts - 1), 360)
