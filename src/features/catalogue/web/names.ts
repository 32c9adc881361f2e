import type { Language } from '../../../contract/primitives.ts'
import { audiences, isAudience, isTopic, topics } from '../model/topics.ts'

/** Topics in the reader's words; one this version does not know any more is left out. */
export const topicNames = (keys: readonly string[], language: Language) =>
  keys.filter(isTopic).map((key) => topics[key][language])

export const audienceNames = (keys: readonly string[], language: Language) =>
  keys.filter(isAudience).map((key) => audiences[key][language])
