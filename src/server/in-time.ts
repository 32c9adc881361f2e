export class TooLate extends Error {
  override name = 'TooLate'
}

/** The work's outcome; rejects with TooLate when that is not there in time. The work itself goes on. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new TooLate('no answer in time')), milliseconds)
  timer.unref()
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
