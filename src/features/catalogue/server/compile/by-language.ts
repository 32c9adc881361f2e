import { type Language, languages } from '../../../../contract/primitives.ts'

export type ByLanguage<Value> = Record<Language, Value>

export const byLanguage = <Value>(make: (language: Language) => Value): ByLanguage<Value> => ({
  en: make('en'),
  pl: make('pl'),
  hu: make('hu'),
})

export const isComplete = <Value>(values: ByLanguage<Value | null>): values is ByLanguage<Value> =>
  languages.every((language) => values[language] !== null)
