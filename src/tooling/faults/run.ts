import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from '../build.ts'
import { root } from '../paths.ts'
import { type Form, MachineRefuses, type Scenario } from './scenario.ts'
import { createStage } from './stage.ts'
import { prepareTemplate, type Template } from './template.ts'

export type Outcome = {
  name: string
  result: 'passed' | 'failed' | 'refused'
  seconds: number
  why: string | null
}

/**
 * Each scenario on a copy of one prepared database; prints what became of each. In short form three at a time: they
 * wait most of their time.
 */
export async function runFaults(scenarios: readonly Scenario[], form: Form): Promise<Outcome[]> {
  if (scenarios.some(({ browser }) => browser)) await buildIfStale()
  const template = await prepareTemplate()
  const outcomes: Outcome[] = []
  const runAll = async (waiting: Scenario[]) => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      outcomes.push(await runOne(next, template, form))
  }
  try {
    const together = scenarios.filter(({ alone }) => !alone)
    await Promise.all(Array.from({ length: form === 'short' ? 3 : 1 }, () => runAll(together)))
    await runAll(scenarios.filter(({ alone }) => alone))
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

async function runOne(scenario: Scenario, template: Template, form: Form): Promise<Outcome> {
  const began = performance.now()
  const stage = createStage(template)
  const told = await scenario.run(stage, form).then(
    () => ({ result: 'passed' as const, why: null }),
    (error: unknown) => ({
      result: error instanceof MachineRefuses ? ('refused' as const) : ('failed' as const),
      why: error instanceof Error ? error.message : String(error),
    }),
  )
  const traces = join(root, 'test-results', `faults-${scenario.name}`)
  rmSync(traces, { recursive: true, force: true })
  if (told.result === 'failed') {
    mkdirSync(traces, { recursive: true })
    writeFileSync(join(traces, 'server.log'), stage.log())
    await stage.keepTraces(traces)
    stage.note(`the server's log and more: test-results/faults-${scenario.name}/`)
  }
  await stage.clear()
  const seconds = (performance.now() - began) / 1000
  print(scenario, told, seconds, stage.notes)
  return { name: scenario.name, seconds, ...told }
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
