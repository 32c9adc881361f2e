import type { Stage } from './stage.ts'

/** `short`: part of `npm test`, a few seconds each. `full`: as long and as often as the fault would last. */
export type Form = 'short' | 'full'

export type Scenario = {
  name: string
  /** What is broken, and what must hold. */
  title: string
  /** Needs the built app, which the server lists when it starts. */
  browser?: boolean
  /** Measures what the machine can do: nothing else may run meanwhile. */
  alone?: boolean
  /** Throws with a sentence when something was lost, told wrongly or did not go on by itself. */
  run: (stage: Stage, form: Form) => Promise<void>
}

/** The machine does not let the fault be made; the sentence says what it would need. */
export class MachineRefuses extends Error {
  override name = 'MachineRefuses'
}

/** Throws the sentence unless it holds. */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence)
}
