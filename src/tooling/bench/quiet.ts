import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits until the processors have been idle for most of half a second: what is measured beside other work measures
 * that too. Gives up after a while, as a machine may never be quiet.
 */
export async function untilQuiet(patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    const before = processorTime()
    await pause(500)
    const { busyMs, allMs } = since(before)
    if (busyMs / allMs < 0.2) return
  }
}

export type ProcessorTime = { busyMs: number; allMs: number }

/** Of all processors together since the machine began. */
export function processorTime(): ProcessorTime {
  const times = cpus().map((each) => each.times)
  const allMs = times.reduce((sum, each) => sum + Object.values(each).reduce((a, b) => a + b, 0), 0)
  return { allMs, busyMs: allMs - times.reduce((sum, { idle }) => sum + idle, 0) }
}

export function since(before: ProcessorTime): ProcessorTime {
  const now = processorTime()
  return { busyMs: now.busyMs - before.busyMs, allMs: Math.max(1, now.allMs - before.allMs) }
}
