import { join } from 'node:path'
import { root } from './paths.ts'
import { runNode } from './program.ts'
import type { Step } from './steps.ts'

/** Written by `npm run faults`, in either form. */
export const faultsReport = join(root, 'test-results', 'faults.json')

/** Faults made on purpose, with real processes; in full by `npm run faults`. */
export const faultsStep: Step = {
  name: 'nothing is lost when things break',
  run: async () => (await runNode(join(root, 'src/tooling/faults/faults.ts'), ['--short'])) === 0,
}
