import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { weighFirstVisit } from './byte-budget.ts'

it('weighs what the page names, compressed where it is', () => {
  const dist = mkdtempSync(join(tmpdir(), 'officina-budget-'))
  mkdirSync(join(dist, 'assets'))
  const write = (name: string, size: number) =>
    writeFileSync(join(dist, 'assets', name), 'x'.repeat(size))
  write('main.js', 1000)
  write('main.js.br', 300)
  write('shared.js', 50)
  write('later.js', 9999)
  write('main.css', 70)
  writeFileSync(
    join(dist, 'index.html'),
    `<link rel="icon" href="/icon.svg"><link rel="stylesheet" crossorigin href="/assets/main.css">
     <script type="module" crossorigin src="/assets/main.js"></script><link rel="modulepreload" href="/assets/shared.js">`,
  )
  expect(weighFirstVisit(dist).map(({ bytes }) => bytes)).toEqual([350, 70])
})
