import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listingHash } from './listing-hash.ts'

it('changes with a file that comes, goes, grows or is written again, and with nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'officina-listing-'))
  mkdirSync(join(root, 'src/deep'), { recursive: true })
  const file = join(root, 'src/deep/a.ts')
  const paths = ['src', 'index.html', 'absent.ts']
  const states = [listingHash(root, paths)]
  const note = () => states.push(listingHash(root, paths))
  writeFileSync(file, 'one')
  note()
  writeFileSync(file, 'longer')
  note()
  utimesSync(file, new Date(), new Date(1))
  note()
  writeFileSync(join(root, 'index.html'), '')
  note()
  expect(new Set(states).size).toBe(states.length)
  writeFileSync(join(root, 'README.md'), 'not listed')
  expect(listingHash(root, paths)).toBe(states.at(-1))
  rmSync(join(root, 'index.html'))
  expect(listingHash(root, paths)).toBe(states.at(-2))
})
