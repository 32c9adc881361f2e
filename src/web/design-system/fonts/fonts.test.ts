import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
const css = readFileSync(join(import.meta.dirname, 'ui.css'), 'utf8')

/** Code points that the small files have, first and last of each range. */
const ranges = [...css.matchAll(/unicode-range:([^;]+);/g)].flatMap(([, list = '']) =>
  [...list.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first = '', last = first]) => [
    Number.parseInt(first, 16),
    Number.parseInt(last, 16),
  ]),
)
const isCovered = (letter: string) => {
  const point = letter.codePointAt(0) ?? 0
  return ranges.some(([first = 0, last = 0]) => point >= first && point <= last)
}

test('the small files have every letter of the languages', () => {
  const alphabets = 'ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ áéíóöőúüű ÁÉÍÓÖŐÚÜŰ abcxyz 0123456789 „”“’‚–—…§°€'
  expect([...alphabets].filter((letter) => !isCovered(letter))).toEqual([])
})

test('no text of the screens brings the packages’ full files', () => {
  const texts = globSync(['src/**/locales/*.po'], { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8').replace(/^#.*$/gm, ''),
  )
  const letters = new Set(texts.join('').replaceAll(/\s/g, ''))
  // Signs that no file of the face has: the system's are shown.
  const systems = new Set('→←↑↓✓✕')
  expect([...letters].filter((letter) => !isCovered(letter) && !systems.has(letter))).toEqual([])
})

test('the page asks early for the files it needs first', () => {
  const html = readFileSync(join(root, 'index.html'), 'utf8')
  const files = [...css.matchAll(/url\("\.\/([^"]+)"\)/g)].map(([, file]) => file)
  expect(files).toHaveLength(2)
  for (const file of files) expect(html).toMatch(new RegExp(`rel="preload" as="font"[^>]+${file}`))
})
