import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatter } from '@lingui/format-po'
import type { Language } from '../src/contract/primitives.ts'

const root = join(import.meta.dirname, '..')

/** Finds a text of the screens in a language by its English source; where slices word it differently, each fits. */
export type Say = (source: string, values?: Record<string, string | number>) => RegExp

export async function wordsOf(language: Language): Promise<Say> {
  const translations = new Map<string, Set<string>>()
  const files = globSync(
    [
      `src/features/*/web/locales/${language}.po`,
      `src/web/{i18n,tour,pages/help}/locales/${language}.po`,
    ],
    { cwd: root },
  )
  for (const filename of files) {
    const catalogue = await formatter().parse(readFileSync(join(root, filename), 'utf8'), {
      locale: language,
      sourceLocale: 'en',
      filename,
    })
    for (const { message = '', translation } of Object.values(catalogue)) {
      const known = translations.get(message) ?? new Set()
      translations.set(message, known.add(translation || message))
    }
  }
  return (source, values = {}) => {
    const found = translations.get(source)
    if (!found) throw new Error(`no screen says “${source}”`)
    const fitting = [...found].map((text) =>
      escaped(text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`))),
    )
    return new RegExp(`^\\s*(?:${fitting.join('|')})\\s*$`)
  }
}

/** Taken literally, with any kind of space where a space is. */
export const escaped = (text: string) =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
