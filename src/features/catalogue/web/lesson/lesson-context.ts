import { createContext, use } from 'react'
import type { Language } from '../../../../contract/primitives.ts'

export type LessonSurroundings = {
  /** The text's language: may differ from the interface's when a lesson is not translated. */
  lang: Language
  /** What was left in checks and checklists, by block id: indices of options or items. */
  blockState: Record<string, unknown>
  onBlockState: (blockId: string, value: number[]) => void
  reflections: Record<string, string>
  onReflection: (blockId: string, text: string) => void
  lessonHref: (lessonKey: string) => string
}

export const LessonContext = createContext<LessonSurroundings | null>(null)

/** What the blocks of a lesson share. */
export function useLesson(): LessonSurroundings {
  const surroundings = use(LessonContext)
  if (!surroundings) throw new Error('a lesson block stands outside a LessonDocument')
  return surroundings
}
