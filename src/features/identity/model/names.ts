import type { Language } from '../../../contract/primitives.ts'

/** "Anna Mazur" → "AM", "Kovács Eszter" → "KE"; one letter for one word. */
export function initialsOf(displayName: string): string {
  const words = displayName.split(/[\s-]+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}

/** In the order of the person's own language: Hungarians write the family name first. */
export const displayNameOf = (givenName: string, familyName: string, language: Language) =>
  language === 'hu' ? `${familyName} ${givenName}` : `${givenName} ${familyName}`

export const sortNameOf = (givenName: string, familyName: string) => `${familyName} ${givenName}`

/**
 * The two names in one field of a personnel file. "Mazur, Anna" says it itself; else the language decides.
 * Null when there is only one word.
 */
export function splitName(fullName: string, language: Language) {
  const [beforeComma, afterComma] = fullName.split(',').map((part) => part.trim())
  if (beforeComma && afterComma) return { givenName: afterComma, familyName: beforeComma }
  const words = fullName.split(/\s+/).filter(Boolean)
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || words.length < 2) return null
  return language === 'hu'
    ? { familyName: first, givenName: words.slice(1).join(' ') }
    : { familyName: last, givenName: words.slice(0, -1).join(' ') }
}
