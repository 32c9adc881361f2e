import { z } from 'zod'
import { isAudience, isTopic } from '../../model/topics.ts'
import type { Report } from './problem.ts'
import { isSafeUrl } from './safe-url.ts'
import { type Parsed, readYaml } from './yaml-file.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is words with hyphens')
const date = z.iso.date('a date is YYYY-MM-DD')
const share = z.number().min(0).max(1)

function refuseTwice(ids: readonly string[], context: z.RefinementCtx) {
  for (const [index, each] of ids.entries())
    if (ids.indexOf(each) !== index)
      context.addIssue({ code: 'custom', path: [index], message: `${each} stands twice` })
}

const courseFile = z.strictObject({
  id,
  version: z.number().int().positive(),
  topics: z.array(z.string().refine(isTopic, 'unknown topic')).min(1),
  audience: z.array(z.string().refine(isAudience, 'unknown audience')).min(1),
  legalState: date,
  figure: z.string().optional(),
  lessons: z.array(id).min(1).superRefine(refuseTwice),
  completion: z.strictObject({ lessons: z.literal('all'), quizPassMark: share }),
  quiz: z.strictObject({
    questionsDrawn: z.number().int().positive(),
    maxAttempts: z.number().int().positive(),
    retakeWaitHours: z.number().min(0),
    shuffle: z.boolean(),
  }),
  sources: z
    .array(
      z.strictObject({
        id,
        title: z.string().min(1),
        url: z.string().refine(isSafeUrl, 'a source has an https address'),
        asOf: date,
      }),
    )
    .superRefine((sources, context) =>
      refuseTwice(
        sources.map((source) => source.id),
        context,
      ),
    ),
})
export type CourseFile = z.infer<typeof courseFile>

const courseMatter = z.strictObject({
  title: z.string().min(1),
  subtitle: z.string().min(1),
  summary: z.string().min(1),
  outcomes: z.array(z.string().min(1)).min(3).max(6),
  audienceNote: z.string().min(1),
})
const lessonMatter = z.strictObject({
  title: z.string().min(1),
  minutes: z.number().int().min(1).max(60),
  summary: z.string().min(1),
  sources: z.array(id).default([]),
})
export type CourseFrontMatter = z.infer<typeof courseMatter>
export type LessonFrontMatter = z.infer<typeof lessonMatter>

export const readCourseFile = (source: string, file: string, report: Report) =>
  readYaml(source, file, 0, courseFile, report)

export type WithBody<Matter> = Parsed<Matter> & { body: string; lineOffset: number }

export const readCourseMarkdown = (source: string, file: string, report: Report) =>
  readMarkdown(source, file, courseMatter, report)

export const readLessonMarkdown = (source: string, file: string, report: Report) =>
  readMarkdown(source, file, lessonMatter, report)

/** Splits a Markdown file into its checked front matter and its body. */
function readMarkdown<Matter>(
  source: string,
  file: string,
  schema: z.ZodType<Matter>,
  report: Report,
): WithBody<Matter> | null {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(source)
  if (!parts) {
    report(file, 1, 'the file begins with front matter between --- lines')
    return null
  }
  const [, yaml = '', body = ''] = parts
  const parsed = readYaml(yaml, file, 1, schema, report)
  const lineOffset = source.slice(0, source.length - body.length).split('\n').length - 1
  return parsed && { ...parsed, body, lineOffset }
}
