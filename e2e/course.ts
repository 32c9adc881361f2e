import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Language } from '../src/contract/primitives.ts'

const folder = join(import.meta.dirname, '../src/content/client-service')

export type KeyQuestion = { prompt: string } & (
  | {
      type: 'single-choice' | 'multiple-choice'
      options: { text: string; right?: boolean }[]
    }
  | { type: 'true-false'; answer: boolean }
  | { type: 'order'; items: { text: string }[] }
  | { type: 'short-answer'; accept: string[] }
)

/** The demonstration course as its authors wrote it: titles, and the quiz with its answer key. */
export function courseIn(language: Language) {
  const { title } = frontMatter(`${language}/course.md`)
  const { lessons } = parse(textOf('course.yaml')) as { lessons: string[] } // checked at build
  const { questions } = parse(textOf(`${language}/quiz.yaml`)) as { questions: KeyQuestion[] } // checked at build
  return {
    title,
    lessons: lessons.map((key) => ({ key, ...frontMatter(`${language}/${key}.md`) })),
    questions,
  }
}

function frontMatter(file: string): { title: string } {
  const [, head = ''] = textOf(file).split(/^---$/m)
  return parse(head) as { title: string } // checked at build
}

const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')
