export type WakingPause = {
  /** Resolves when the time is over or `wake` was called. One at a time. */
  wait: (milliseconds: number) => Promise<void>
  /** Ends the pause that is under way, if one is. */
  wake: () => void
}

/** For a loop that does something again and again, and has to stop at once when it is told to. */
export function wakingPause(): WakingPause {
  let wake = () => {}
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        timer.unref()
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    wake: () => wake(),
  }
}
