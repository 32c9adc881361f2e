import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../paths.ts'
import { type Form, MachineRefuses, type Scenario } from './scenario.ts'
import { createStage } from './stage.ts'
import { prepareTemplate } from './template.ts'

export const faultsReport = join(root, 'test-results', 'faults.json')

export type Outcome = {
  name: string
  result: 'passed' | 'failed' | 'refused'
  seconds: number
  why: string | null
}

/** One scenario after the other, each on a copy of one prepared database; prints what became of each. */
export async function runFaults(scenarios: readonly Scenario[], form: Form): Promise<Outcome[]> {
  const template = await prepareTemplate()
  const outcomes: Outcome[] = []
  try {
    for (const scenario of scenarios) {
      const began = performance.now()
      const stage = createStage(template)
      const told = await scenario.run(stage, form).then(
        () => ({ result: 'passed' as const, why: null }),
        (error: unknown) => ({
          result: error instanceof MachineRefuses ? ('refused' as const) : ('failed' as const),
          why: error instanceof Error ? error.message : String(error),
        }),
      )
      const logFile = join(root, 'test-results', `faults-${scenario.name}.log`)
      rmSync(logFile, { force: true })
      if (told.result === 'failed') {
        mkdirSync(dirname(logFile), { recursive: true })
        writeFileSync(logFile, stage.log())
        stage.note(`the server's log: test-results/faults-${scenario.name}.log`)
      }
      await stage.clear()
      const seconds = (performance.now() - began) / 1000
      outcomes.push({ name: scenario.name, seconds, ...told })
      print(scenario, told, seconds, stage.notes)
    }
  } finally {
    template.remove()
  }
  const count = (result: Outcome['result']) =>
    outcomes.filter((outcome) => outcome.result === result).length
  console.log(
    `\nfaults, ${form} form: ${count('passed')} passed, ${count('failed')} failed, ${count('refused')} not possible on this machine`,
  )
  return outcomes
}

const marks = { passed: '✓', failed: '✗', refused: '–' }

function print(
  { name, title }: Scenario,
  { result, why }: Pick<Outcome, 'result' | 'why'>,
  seconds: number,
  notes: readonly string[],
) {
  console.log(`${marks[result]} ${name}: ${title} (${seconds.toFixed(1)} s)`)
  for (const note of notes) console.log(`    ${note}`)
  if (why !== null)
    console.log(result === 'refused' ? `    this machine refuses: ${why}` : `    ${why}`)
}
