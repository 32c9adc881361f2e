import { z } from 'zod'
import type { Report } from './problem.ts'
import { readYaml } from './yaml-file.ts'

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is words with hyphens')
const base = { id, lesson: id, prompt: text }
const option = z.strictObject({ id, text, right: z.boolean().default(false), why: text })

const authored = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('single-choice'), options: z.array(option).min(2) }),
  z.strictObject({ ...base, type: z.literal('multiple-choice'), options: z.array(option).min(3) }),
  z.strictObject({ ...base, type: z.literal('true-false'), answer: z.boolean(), why: text }),
  z.strictObject({
    ...base,
    type: z.literal('order'),
    items: z.array(z.strictObject({ id, text })).min(3),
    why: text,
  }),
  z.strictObject({
    ...base,
    type: z.literal('short-answer'),
    accept: z.array(z.coerce.string().trim().min(1)).min(1),
    why: text,
  }),
])
export type AuthoredQuestion = z.infer<typeof authored>

export type QuizEntry = { question: AuthoredQuestion; line: number }

/** The questions of one language's `quiz.yaml`; what is wrong is reported with its line and left out. */
export function readQuiz(
  source: string,
  file: string,
  lessonKeys: readonly string[],
  report: Report,
): QuizEntry[] {
  const list = readYaml(
    source,
    file,
    0,
    z.strictObject({ questions: z.array(z.unknown()) }),
    report,
  )
  const seen = new Set<string>()
  return (list?.value.questions ?? []).flatMap((value, index) => {
    const lineOf = (path: readonly PropertyKey[]) =>
      list?.lineOf(['questions', index, ...path]) ?? 1
    const parsed = authored.safeParse(value)
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        report(file, lineOf(path), `${path.join('.') || 'question'}: ${message}`)
      return []
    }
    const question = parsed.data
    const line = lineOf([])
    const found = wrongAnswers(question)
    if (found) report(file, line, found)
    if (seen.has(question.id)) report(file, line, `the id ${question.id} stands twice`)
    seen.add(question.id)
    if (!lessonKeys.includes(question.lesson))
      report(file, lineOf(['lesson']), `there is no lesson ${question.lesson}`)
    return [{ question, line }]
  })
}

function wrongAnswers(question: AuthoredQuestion): string | null {
  const choices =
    'options' in question ? question.options : 'items' in question ? question.items : []
  const ids = choices.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) return 'an option id stands twice'
  if (!('options' in question)) return null
  const right = question.options.filter((option) => option.right).length
  if (right === 0) return 'a question has a right answer'
  if (question.type === 'single-choice' && right > 1) return 'a single choice has one right answer'
  return null
}
