/** Failures before the first wait. */
export const freeFailures = 5
/** Seconds; a wait never grows beyond it, so nobody is locked out for good. */
export const longestWaitSeconds = 60
/** After so long without a failure the count begins anew. */
export const forgottenAfterSeconds = 3600

/** Seconds to wait after so many failures in a row: 0 five times, then 1, 2, 4 … 60. */
export function waitSeconds(failures: number): number {
  if (failures < freeFailures) return 0
  return Math.min(longestWaitSeconds, 2 ** Math.min(failures - freeFailures, 16))
}
