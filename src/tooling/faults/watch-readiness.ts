import type { RunningServer } from '../start-product.ts'

/** Asks the server again and again whether it is ready, and remembers what it said. */
export function watchReadiness(server: RunningServer) {
  const said = new Set<string>()
  let notReady = 0
  let isStopped = false
  void (async () => {
    while (!isStopped) {
      const { status, problem } = await server.ready()
      if (status !== 200) {
        notReady += 1
        said.add(problem ?? (status === null ? 'no answer' : `status ${status} without words`))
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  return {
    stop: () => {
      isStopped = true
    },
    /** How often it said that it is not ready. */
    notReady: () => notReady,
    said: () => [...said],
    told: () =>
      said.size === 0 ? 'always ready' : [...said].map((each) => `“${each}”`).join(', '),
  }
}
