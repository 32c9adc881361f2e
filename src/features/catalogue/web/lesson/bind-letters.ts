import type { Language } from '../../../../contract/primitives.ts'

const singleLetter = /(?<=^|[\s(„«"–])([aiouwz]) (?=\S)/giu

/** Polish typography: a word of one letter never ends a line. */
export const bindLetters = (text: string, language: Language): string =>
  language === 'pl' ? text.replaceAll(singleLetter, '$1\u00a0') : text
