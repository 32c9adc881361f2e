import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Language, languages } from '../../../../contract/primitives.ts'
import type { CourseFacts } from '../../model/course-facts.ts'
import type { LessonDocument } from '../../model/lesson-document.ts'
import type { QuestionText, QuestionType } from '../../model/question-text.ts'
import type { QuestionKey } from '../question-key.ts'
import { type CompiledBody, compileLesson } from './compile-lesson.ts'
import { compileQuestions } from './compile-questions.ts'
import {
  type CourseFile,
  type CourseFrontMatter,
  readCourseFile,
  readCourseMarkdown,
  readLessonMarkdown,
} from './course-file.ts'
import type { Problem, Report } from './problem.ts'
import { type AuthoredQuestion, readQuiz } from './quiz-file.ts'
import { safeSvg } from './safe-svg.ts'

export type ByLanguage<Value> = Record<Language, Value>

export type CompiledCourse = {
  id: string
  version: number
  topics: string[]
  audience: string[]
  legalState: string
  figure: string | null
  title: ByLanguage<string>
  subtitle: ByLanguage<string>
  summary: ByLanguage<string>
  facts: CourseFacts
  lessons: {
    key: string
    minutes: number
    title: ByLanguage<string>
    documents: ByLanguage<LessonDocument>
  }[]
  questions: {
    key: string
    type: QuestionType
    lessonKey: string
    shown: QuestionText
    marking: QuestionKey
  }[]
  /** SHA-256 of everything above. */
  contentHash: string
}

/** Compiles one course folder. All problems are found in one go; a course with problems is not given. */
export function compileCourse(
  root: string,
  folder: string,
): { course: CompiledCourse | null; problems: Problem[] } {
  const problems: Problem[] = []
  const report: Report = (file, line, message) => problems.push({ file, line, message })
  const read = (path: string): string | null => {
    const full = join(root, folder, path)
    return existsSync(full) ? readFileSync(full, 'utf8') : null
  }
  const course = build(folder, read, (path) => existsSync(join(root, folder, path)), report)
  return { course: problems.length === 0 ? course : null, problems }
}

type Read = (path: string) => string | null

function build(
  folder: string,
  read: Read,
  exists: (path: string) => boolean,
  report: Report,
): CompiledCourse | null {
  const yaml = read('course.yaml')
  if (yaml === null) {
    report(`${folder}/course.yaml`, 1, 'the file is missing')
    return null
  }
  const file = readCourseFile(yaml, `${folder}/course.yaml`, report)
  if (!file) return null
  if (file.id !== folder) report(`${folder}/course.yaml`, 1, `id: is the folder's name, ${folder}`)
  const figures = figureReader(folder, read, report)
  const figure = file.figure ? figures(file.figure) : null
  if (file.figure && figure === null)
    report(`${folder}/course.yaml`, 1, `there is no figure ${file.figure}`)

  const matters = byLanguage((language) => {
    const path = `${language}/course.md`
    const source = read(path)
    if (source === null) report(`${folder}/${path}`, 1, 'the file is missing')
    return source === null ? null : readCourseMarkdown(source, `${folder}/${path}`, report)
  })
  const lessons = file.lessons.map((key) =>
    compileLessonFiles(key, file, folder, read, exists, figures, report),
  )
  const quizzes = byLanguage((language) => {
    const path = `${language}/quiz.yaml`
    const source = read(path)
    if (source === null) report(`${folder}/${path}`, 1, 'the file is missing')
    return source === null ? [] : readQuiz(source, `${folder}/${path}`, file.lessons, report)
  })
  compareQuizzes(quizzes, folder, report)
  if (quizzes.en.length < file.quiz.questionsDrawn)
    report(
      `${folder}/course.yaml`,
      1,
      `quiz.questionsDrawn: is more than the ${quizzes.en.length} questions there are`,
    )

  if (!isComplete(matters) || !lessons.every((lesson) => lesson !== null)) return null
  const content = {
    id: file.id,
    version: file.version,
    topics: file.topics,
    audience: file.audience,
    legalState: file.legalState,
    figure,
    ...titles(matters),
    facts: factsOf(file, matters),
    lessons,
    questions: compileQuestions(quizzes),
  }
  return { ...content, contentHash: hashOf(content) }
}

function compileLessonFiles(
  key: string,
  file: CourseFile,
  folder: string,
  read: Read,
  exists: (path: string) => boolean,
  figure: (src: string) => string | null,
  report: Report,
) {
  const compiled = byLanguage((language) => {
    const path = `${folder}/${language}/${key}.md`
    const source = read(`${language}/${key}.md`)
    if (source === null) {
      report(path, 1, 'the file is missing')
      return null
    }
    const parts = readLessonMarkdown(source, path, report)
    if (!parts) return null
    const sourceIds = file.sources.map(({ id }) => id)
    for (const id of parts.matter.sources)
      if (!sourceIds.includes(id)) report(path, 1, `unknown source "${id}"`)
    const { lineOffset } = parts
    const around = {
      file: path,
      lineOffset,
      lessonKeys: file.lessons,
      sourceIds,
      figure,
      fileExists: exists,
      readText: read,
    }
    return { matter: parts.matter, body: compileLesson(parts.body, around, report) }
  })
  if (!isComplete(compiled)) return null
  compareLessons(
    byLanguage((language) => compiled[language].body),
    `${folder}/`,
    key,
    report,
  )
  const documents = byLanguage((language): LessonDocument => {
    const { matter, body } = compiled[language]
    const cited = new Set([...matter.sources, ...body.sourceIdsUsed])
    return {
      documentVersion: 1,
      title: matter.title,
      summary: matter.summary,
      minutes: matter.minutes,
      legalState: file.legalState,
      blocks: body.blocks,
      sources: file.sources.filter(({ id }) => cited.has(id)),
    }
  })
  return {
    key,
    // The longest of the three, so that no language promises too little.
    minutes: Math.max(...languages.map((language) => compiled[language].matter.minutes)),
    title: byLanguage((language) => compiled[language].matter.title),
    documents,
  }
}

/** A learner may change the language in the middle: block kinds and ids stand in the same order in all. */
function compareLessons(
  bodies: ByLanguage<CompiledBody>,
  folder: string,
  key: string,
  report: Report,
) {
  const shape = (body: CompiledBody) =>
    body.blocks.map(({ type }) => type).filter((type) => type !== 'paragraph')
  for (const language of languages) {
    const file = `${folder}${language}/${key}.md`
    if (bodies[language].blockIds.join() !== bodies.en.blockIds.join())
      report(
        file,
        1,
        `ids differ from en: ${bodies[language].blockIds.join(', ')} instead of ${bodies.en.blockIds.join(', ')}`,
      )
    if (shape(bodies[language]).join() !== shape(bodies.en).join())
      report(
        file,
        1,
        `blocks differ from en: ${shape(bodies[language]).join(', ')} instead of ${shape(bodies.en).join(', ')}`,
      )
  }
}

function compareQuizzes(quizzes: ByLanguage<AuthoredQuestion[]>, folder: string, report: Report) {
  const shape = (question: AuthoredQuestion) => {
    if (question.type === 'single-choice' || question.type === 'multiple-choice')
      return question.options.map(({ id, right }) => `${id}${right ? '*' : ''}`).join(' ')
    if (question.type === 'order') return question.items.map(({ id }) => id).join(' ')
    return question.type === 'true-false' ? String(question.answer) : ''
  }
  const line = (question: AuthoredQuestion) =>
    `${question.id} ${question.type} ${question.lesson} ${shape(question)}`
  const english = quizzes.en.map(line)
  for (const language of languages) {
    const own = quizzes[language].map(line)
    const differing = own.find((each, index) => each !== english[index]) ?? english[own.length]
    if (differing !== undefined)
      report(
        `${folder}/${language}/quiz.yaml`,
        1,
        `questions, types, lessons, options or answers differ from en at: ${differing}`,
      )
  }
}

function factsOf(
  file: CourseFile,
  matters: ByLanguage<{ matter: CourseFrontMatter; body: string }>,
): CourseFacts {
  return {
    factsVersion: 1,
    introduction: byLanguage((language) => matters[language].body.trim()),
    audienceNote: byLanguage((language) => matters[language].matter.audienceNote),
    outcomes: byLanguage((language) => matters[language].matter.outcomes),
    completion: file.completion,
    quiz: file.quiz,
    sources: file.sources,
  }
}

const titles = (matters: ByLanguage<{ matter: CourseFrontMatter }>) => ({
  title: byLanguage((language) => matters[language].matter.title),
  subtitle: byLanguage((language) => matters[language].matter.subtitle),
  summary: byLanguage((language) => matters[language].matter.summary),
})

function figureReader(folder: string, read: Read, report: Report) {
  const known = new Map<string, string | null>()
  return (src: string): string | null => {
    const found = known.get(src)
    if (found !== undefined) return found
    const source = /^figures\/[a-z0-9.-]+\.svg$/.test(src) ? read(src) : null
    const result = source === null ? null : safeSvg(source)
    if (result && 'problem' in result) report(`${folder}/${src}`, 1, result.problem)
    const svg = result && 'svg' in result ? result.svg : null
    known.set(src, svg ?? (source === null ? null : ''))
    return known.get(src) ?? null
  }
}

const byLanguage = <Value>(make: (language: Language) => Value): ByLanguage<Value> => ({
  en: make('en'),
  pl: make('pl'),
  hu: make('hu'),
})

const isComplete = <Value>(values: ByLanguage<Value | null>): values is ByLanguage<Value> =>
  languages.every((language) => values[language] !== null)

export const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex')
