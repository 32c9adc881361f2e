export type AttemptRules = { maxAttempts: number; retakeWaitHours: number }
export type PastAttempt = { submittedAt: Date | null; passed: boolean | null }

export type StartDecision =
  | { type: 'may-start'; number: number }
  | { type: 'continue-open' }
  | { type: 'no-attempts-left' }
  | { type: 'too-early'; nextAttemptAt: Date }

/** Whether a new attempt may begin. `attempts` in order of number. */
export function decideStart(
  attempts: readonly PastAttempt[],
  rules: AttemptRules,
  now: Date,
): StartDecision {
  if (attempts.some(({ submittedAt }) => submittedAt === null)) return { type: 'continue-open' }
  if (attempts.length >= rules.maxAttempts) return { type: 'no-attempts-left' }
  const last = attempts.at(-1)?.submittedAt
  if (last) {
    const nextAttemptAt = new Date(last.getTime() + rules.retakeWaitHours * 3_600_000)
    if (nextAttemptAt > now) return { type: 'too-early', nextAttemptAt }
  }
  return { type: 'may-start', number: attempts.length + 1 }
}
