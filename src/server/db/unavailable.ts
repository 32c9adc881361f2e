/**
 * Whether the database is why this failed, not what was asked of it: the same may succeed in a moment. What a
 * lost connection was told last may or may not have happened.
 */
export function isUnavailable(error: unknown): boolean {
  return whyUnavailable(error) !== null
}

/** The code of the driver, the system or PostgreSQL that says so; null when it is something else. */
export function whyUnavailable(error: unknown): string | null {
  return passingIn(error)?.why ?? null
}

/**
 * Why, for the log; with the error itself where PostgreSQL answered, which knows more than its code. Not what was
 * wrapped around it: that tells the statement's parameters, too.
 */
export function tellUnavailable(error: unknown): { why: string | null; err?: Error } {
  const found = passingIn(error)
  if (!found) return { why: null }
  return lost.has(found.why) ? { why: found.why } : found
}

function passingIn(error: unknown): { why: string; err: Error } | null {
  for (const err of chain(error)) {
    const why: unknown = Reflect.get(err, 'code')
    if (typeof why === 'string' && (lost.has(why) || passing.test(why))) return { why, err }
  }
  return null
}

/** Of the driver and of the system. */
const lost = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/**
 * SQLSTATE: connection failures (08), shutting or starting up (57P0x), out of disk, memory or connections (53),
 * input and output errors (58030), a transaction that stood idle too long (25P03), a standby that is not yet primary
 * (25006), conflicts that several attempts did not settle (40001, 40P01), a lock that was not to be had (55P03).
 */
const passing = /^(08...|53...|58030|57P0[1-5]|25006|25P03|40001|40P01|55P03)$/

/** An error and what caused it, however deep. */
function chain(error: unknown): Error[] {
  if (!(error instanceof Error)) return []
  const inner = error instanceof AggregateError ? error.errors : []
  return [error, ...inner.flatMap(chain), ...chain(error.cause)]
}
