export type Closing = {
  /** Remembers how to close what was just opened. Throws once closing has begun: the start ends here. */
  add: (close: () => Promise<void>) => void
  /** Closes everything, the last opened first; a failure keeps nothing else open. */
  run: () => Promise<void>
  /** From the first `run` on. */
  begun: () => boolean
}

export function createClosing(): Closing {
  const closers: (() => Promise<void>)[] = []
  let begun = false
  return {
    add: (close) => {
      closers.push(close)
      if (begun) throw new Error('stopped while starting')
    },
    begun: () => begun,
    run: async () => {
      begun = true
      const failures: unknown[] = []
      for (let close = closers.pop(); close; close = closers.pop())
        await close().catch((error: unknown) => failures.push(error))
      if (failures.length > 0) throw new AggregateError(failures, 'not closed cleanly')
    },
  }
}
