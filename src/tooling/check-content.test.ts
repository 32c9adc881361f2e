import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const good = join(import.meta.dirname, '../features/catalogue/server/compile/fixtures/good')
const check = (folder: string) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'check-content.ts'), folder], {
    encoding: 'utf8',
  })

test('passes good courses, and fails with file and line when one is not', () => {
  expect(check(good)).toMatchObject({ status: 0, stdout: '1 courses compile, 0 problems\n' })
  const folder = mkdtempSync(join(tmpdir(), 'officina-courses-'))
  cpSync(good, folder, { recursive: true })
  rmSync(join(folder, 'sample/hu/second.md'))
  expect(check(folder)).toMatchObject({
    status: 1,
    stderr: 'src/content/sample/hu/second.md:1 the file is missing\n',
  })
  rmSync(folder, { recursive: true })
})
