import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { missingTranslations } from './missing-translations.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))
const catalogues = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /locales\/(?:pl|hu)\.po$/.test(path),
)

test('finds a text without translation, and one whose variable was lost', () => {
  const po = 'msgid "Save"\nmsgstr ""\n\nmsgid "Saved: {time}"\nmsgstr "Zapisano"\n'
  expect(missingTranslations(po)).toEqual(['Save', 'Saved: {time}'])
})

test.each(catalogues)('%s is complete', (path) => {
  expect(missingTranslations(readFileSync(`${source}/${path}`, 'utf8'))).toEqual([])
})
