/** A server that hangs must not hold up what comes after. */
export const patience = () => AbortSignal.timeout(30_000)

/** @returns how to call it off */
export function wait(run: () => void, milliseconds: number): () => void {
  const timer = window.setTimeout(run, milliseconds)
  return () => window.clearTimeout(timer)
}

export function whenOnline(run: () => void): void {
  window.addEventListener('online', run)
}
