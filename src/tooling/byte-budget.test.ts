import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Manifest, weighFirstVisit } from './byte-budget.ts'

const manifest: Manifest = {
  'index.html': { file: 'main.js', css: ['main.css'], isEntry: true, imports: ['_shared.js'] },
  '_shared.js': { file: 'shared.js' },
  'Home.tsx': { file: 'home.js', css: ['home.css'], imports: ['_shared.js', '_card.js'] },
  '_card.js': { file: 'card.js' },
  'Design.tsx': { file: 'later.js' },
}

function distWith(sizes: Record<string, number>): string {
  const dist = mkdtempSync(join(tmpdir(), 'officina-budget-'))
  mkdirSync(join(dist, '.vite'))
  writeFileSync(join(dist, '.vite/manifest.json'), JSON.stringify(manifest))
  for (const [name, size] of Object.entries(sizes))
    writeFileSync(join(dist, name), 'x'.repeat(size))
  return dist
}

const sizes = {
  'main.js': 1000,
  'main.js.br': 300,
  'shared.js': 50,
  'home.js': 20,
  'card.js': 5,
  'later.js': 9999,
  'main.css': 70,
  'home.css': 7,
}

it('weighs entry and first page with what they import, once each, compressed where they are', () => {
  const weights = weighFirstVisit(distWith(sizes), ['Home.tsx'])
  expect(weights.map(({ bytes }) => bytes)).toEqual([375, 77])
})

it('refuses to guess when the first page is no longer where it was', () => {
  expect(() => weighFirstVisit(distWith(sizes), ['Gone.tsx'])).toThrow('The build has no Gone.tsx')
})
