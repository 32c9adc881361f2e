import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textsCheck } from './check.ts'

const screen = (text: string) =>
  `import { Trans } from '@lingui/react/macro'\nexport const Page = () => <Trans>${text}</Trans>\n`

const check = (folder: string) =>
  spawnSync(process.execPath, [textsCheck.script, ...textsCheck.args], {
    cwd: folder,
    encoding: 'utf8',
  })

test('a text that stands in a screen, but in no catalogue, stops the check', {
  timeout: 60_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'officina-texts-'))
  mkdirSync(join(folder, 'web/locales'), { recursive: true })
  writeFileSync(
    join(folder, 'lingui.config.js'),
    `export default { sourceLocale: 'en', locales: ['en', 'pl'],
       catalogs: [{ path: '<rootDir>/web/locales/{locale}', include: ['<rootDir>/web'] }] }`,
  )
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'web/Page.tsx'), screen('Save'))
  const extract = [textsCheck.script, 'extract']
  expect(spawnSync(process.execPath, extract, { cwd: folder }).status).toBe(0)
  expect(check(folder)).toMatchObject({ status: 0 })
  writeFileSync(join(folder, 'web/Page.tsx'), screen('Save the date'))
  expect(check(folder)).toMatchObject({ status: 1 })
  rmSync(folder, { recursive: true })
})
