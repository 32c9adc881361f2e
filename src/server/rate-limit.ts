export type RateLimiter = {
  /** Whole seconds to wait, or null when the request may pass. */
  take: (key: string) => number | null
}

/** A token bucket a key, in memory: several servers each allow the full rate. */
export function createRateLimiter(options: {
  perSecond: number
  burst: number
  now: () => number
}): RateLimiter {
  const { perSecond, burst, now } = options
  const bucketByKey = new Map<string, { tokens: number; at: number }>()

  return {
    take(key) {
      const at = now()
      const bucket = bucketByKey.get(key) ?? { tokens: burst, at }
      const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond)
      const allowed = tokens >= 1
      bucketByKey.set(key, { tokens: allowed ? tokens - 1 : tokens, at })
      if (bucketByKey.size > mostKeys) forgetFullOnes(at)
      return allowed ? null : Math.ceil((1 - tokens) / perSecond)
    },
  }

  function forgetFullOnes(at: number) {
    const refillMs = (burst / perSecond) * 1000
    for (const [key, bucket] of bucketByKey) if (at - bucket.at > refillMs) bucketByKey.delete(key)
    // A flood of ever new keys: the oldest go first, so memory stays bounded.
    for (const key of bucketByKey.keys()) {
      if (bucketByKey.size <= mostKeys) break
      bucketByKey.delete(key)
    }
  }
}

const mostKeys = 50_000
