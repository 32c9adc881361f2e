import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formatter } from '@lingui/format-po'
import { expect, test } from 'vitest'
import { misnamed } from './misnamed.ts'

const source = fileURLToPath(new URL('../../../', import.meta.url))
const told = ['web/pages/help', 'web/tour']

const textsOf = async (pattern: string, language: string) => {
  const files = globSync(`${pattern}/locales/${language}.po`, { cwd: source })
  const catalogues = await Promise.all(
    files.map((filename) =>
      formatter().parse(readFileSync(source + filename, 'utf8'), {
        locale: language,
        sourceLocale: 'en',
        filename,
      }),
    ),
  )
  return catalogues
    .flatMap((catalogue) => Object.values(catalogue))
    .map(({ message = '', translation }) => ({ source: message, text: translation || message }))
}

test('finds a button that no screen has, and one that a screen names otherwise', () => {
  const screens = [{ source: 'Save', text: 'Zapisz' }]
  const say = (source: string, text: string) => misnamed([{ source, text }], screens)
  expect(say('Press “Save”.', 'Naciśnij „Zapisz”.')).toEqual([])
  expect(say('Press “Store”.', 'Naciśnij „Zapisz”.')).toHaveLength(1)
  expect(say('Press “Save”.', 'Naciśnij „Zachowaj”.')).toHaveLength(1)
  expect(say('Press “Save”.', 'Naciśnij zapis.')).toHaveLength(1)
  expect(say('Open <0>Save</0>.', 'Otwórz <0>Zapis</0>.')).toHaveLength(1)
})

test.each(['en', 'pl', 'hu'])(
  'help and tours name things as the screens do: %s',
  async (language) => {
    const screens = [
      ...(await textsOf('features/*/web', language)),
      ...(await textsOf('web/i18n', language)),
      // Help leads to these two pages.
      ...(await textsOf('web/pages', language)),
    ]
    const texts = (await Promise.all(told.map((part) => textsOf(part, language)))).flat()
    expect(texts.filter(({ source }) => source.includes('“')).length).toBeGreaterThan(50)
    expect(misnamed(texts, screens)).toEqual([])
  },
)
