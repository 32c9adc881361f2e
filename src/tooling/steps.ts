export type Step = { name: string; run: () => Promise<boolean> }

/** One after the other, each with its name and time; stops at the first that fails. */
export async function runSteps(steps: Step[]): Promise<boolean> {
  for (const { name, run } of steps) {
    console.log(`\n▸ ${name}`)
    const started = performance.now()
    const passed = await run().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      return false
    })
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(passed ? `✓ ${name} (${seconds} s)` : `✗ ${name} failed (${seconds} s)`)
    if (!passed) return false
  }
  return true
}
