import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Report } from './problem.ts'

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

/** The questions of one language's `quiz.yaml`; what is wrong is reported with its line and left out. */
export function readQuiz(
  source: string,
  file: string,
  lessonKeys: readonly string[],
  report: Report,
): AuthoredQuestion[] {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  for (const error of document.errors)
    report(file, lines.linePos(error.pos[0]).line, error.message.split('\n')[0] ?? '')
  const list = isMap(document.contents) ? document.get('questions') : undefined
  if (!isSeq(list)) {
    report(file, 1, 'questions: is a list')
    return []
  }
  const seen = new Set<string>()
  return list.items.flatMap((node) => {
    const range = (node as { range?: [number, number, number] | null }).range // every parsed node has one
    const line = range ? lines.linePos(range[0]).line : 1
    const value: unknown = (node as { toJSON: () => unknown }).toJSON() // yaml nodes have it
    const parsed = authored.safeParse(value)
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        report(file, line, `${path.join('.') || 'question'}: ${message}`)
      return []
    }
    const found = wrongAnswers(parsed.data)
    if (found) report(file, line, found)
    if (seen.has(parsed.data.id)) report(file, line, `the id ${parsed.data.id} stands twice`)
    seen.add(parsed.data.id)
    if (!lessonKeys.includes(parsed.data.lesson))
      report(file, line, `there is no lesson ${parsed.data.lesson}`)
    return [parsed.data]
  })
}

function wrongAnswers(question: AuthoredQuestion): string | null {
  if (question.type !== 'single-choice' && question.type !== 'multiple-choice') return null
  const ids = question.options.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) return 'an option id stands twice'
  const right = question.options.filter((option) => option.right).length
  if (right === 0) return 'a question has a right answer'
  if (question.type === 'single-choice' && right > 1) return 'a single choice has one right answer'
  return null
}
