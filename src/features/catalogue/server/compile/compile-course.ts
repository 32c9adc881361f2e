import { createHash } from 'node:crypto'
import type { CourseFacts } from '../../model/course-facts.ts'
import { type ByLanguage, byLanguage, isComplete } from './by-language.ts'
import { type CompiledLesson, compileLessonFiles } from './compile-lesson-files.ts'
import { type CompiledQuestion, compileQuestions } from './compile-questions.ts'
import { compileQuizzes } from './compile-quizzes.ts'
import {
  type CourseFile,
  type CourseFrontMatter,
  readCourseFile,
  readCourseMarkdown,
} from './course-file.ts'
import { type CourseFolder, openCourseFolder } from './course-folder.ts'
import type { Problem, Report } from './problem.ts'

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
  lessons: CompiledLesson[]
  questions: CompiledQuestion[]
  /** SHA-256 of everything above. */
  contentHash: string
}

/** Compiles one course folder. All problems are found in one go; a course with problems is not given. */
export function compileCourse(
  root: string,
  name: string,
): { course: CompiledCourse | null; problems: Problem[] } {
  const problems: Problem[] = []
  const report: Report = (file, line, message) => problems.push({ file, line, message })
  const course = build(openCourseFolder(root, name, report), report)
  return { course: problems.length === 0 ? course : null, problems }
}

function build(folder: CourseFolder, report: Report): CompiledCourse | null {
  const file = readFacts(folder, report)
  if (!file) return null
  const texts = byLanguage((language) => {
    const path = `${language}/course.md`
    const source = folder.demand(path)
    const parts = source === null ? null : readCourseMarkdown(source, folder.path(path), report)
    if (parts) checkIntroduction(parts, folder.path(path), report)
    return parts && { matter: parts.value, body: parts.body }
  })
  const lessons = compileLessonFiles(file, folder, report)
  const quizzes = compileQuizzes(file, folder, report)
  if (!isComplete(texts) || !quizzes || !lessons.every((lesson) => lesson !== null)) return null
  const content = {
    id: file.id,
    version: file.version,
    topics: file.topics,
    audience: file.audience,
    legalState: file.legalState,
    figure: file.figure ? folder.figure(file.figure) : null,
    title: byLanguage((language) => texts[language].matter.title),
    subtitle: byLanguage((language) => texts[language].matter.subtitle),
    summary: byLanguage((language) => texts[language].matter.summary),
    facts: factsOf(file, texts),
    lessons,
    questions: compileQuestions(quizzes),
  }
  return { ...content, contentHash: hashOf(content) }
}

function readFacts(folder: CourseFolder, report: Report): CourseFile | null {
  const path = folder.path('course.yaml')
  const yaml = folder.demand('course.yaml')
  const parsed = yaml === null ? null : readCourseFile(yaml, path, report)
  if (!parsed) return null
  const { value: file, lineOf } = parsed
  if (file.id !== folder.name)
    report(path, lineOf(['id']), `id: is the folder's name, ${folder.name}`)
  if (file.figure && folder.figure(file.figure) === null)
    report(path, lineOf(['figure']), `there is no figure ${file.figure}`)
  return file
}

/** The course page shows it as it stands: paragraphs without marks. */
function checkIntroduction(
  { body, lineOffset }: { body: string; lineOffset: number },
  path: string,
  report: Report,
) {
  if (body.trim() === '') report(path, lineOffset + 1, 'the introduction is missing')
  for (const [index, line] of body.split('\n').entries())
    if (/^(#|>|[-*+] |\d+\. |:::?|\|)|\*\*|\]\(|`|<\/?[a-z]/.test(line))
      report(path, lineOffset + index + 1, 'the introduction is plain paragraphs')
}

function factsOf(
  file: CourseFile,
  texts: ByLanguage<{ matter: CourseFrontMatter; body: string }>,
): CourseFacts {
  return {
    factsVersion: 1,
    introduction: byLanguage((language) => texts[language].body.trim()),
    audienceNote: byLanguage((language) => texts[language].matter.audienceNote),
    outcomes: byLanguage((language) => texts[language].matter.outcomes),
    completion: file.completion,
    quiz: file.quiz,
    sources: file.sources,
  }
}

export const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex')
