import { type Language, languages } from '../../../../contract/primitives.ts'
import type { LessonDocument } from '../../model/lesson-document.ts'
import { type ByLanguage, byLanguage, isComplete } from './by-language.ts'
import { compareLessons } from './compare-languages.ts'
import { type CompiledBody, compileLesson } from './compile-lesson.ts'
import { type CourseFile, type LessonFrontMatter, readLessonMarkdown } from './course-file.ts'
import type { CourseFolder } from './course-folder.ts'
import type { Report } from './problem.ts'

export type CompiledLesson = {
  key: string
  minutes: number
  title: ByLanguage<string>
  documents: ByLanguage<LessonDocument>
}

type LessonText = { matter: LessonFrontMatter; body: CompiledBody }

/** Compiles every lesson in every language; null stands for one that could not be read. */
export function compileLessonFiles(
  course: CourseFile,
  folder: CourseFolder,
  report: Report,
): (CompiledLesson | null)[] {
  const faulty = new Set<string>()
  const note: Report = (file, line, message) => {
    faulty.add(file)
    report(file, line, message)
  }
  const texts = course.lessons.map((key) =>
    byLanguage((language) => compileText(key, language, course, folder, note)),
  )
  for (const language of languages) {
    refuseUnlisted(language, course, folder, report)
    checkLessonLinks(language, course.lessons, texts, folder, report)
  }
  return course.lessons.map((key, index) => {
    const text = texts[index]
    if (!text || !isComplete(text)) return null
    const bodies = byLanguage((language) => text[language].body)
    const pathOf = (language: Language) => folder.path(fileOf(key, language))
    // A block that could not be read is missing here: what differs would be told twice.
    if (!languages.some((language) => faulty.has(pathOf(language))))
      compareLessons(bodies, pathOf, report)
    // The longest of the three, so that no language promises too little and all say the same.
    const minutes = Math.max(...languages.map((language) => text[language].matter.minutes))
    return {
      key,
      minutes,
      title: byLanguage((language) => text[language].matter.title),
      documents: byLanguage((language) => documentOf(text[language], minutes, course)),
    }
  })
}

function compileText(
  key: string,
  language: Language,
  course: CourseFile,
  folder: CourseFolder,
  report: Report,
): LessonText | null {
  const file = fileOf(key, language)
  const source = folder.demand(file)
  const parts = source === null ? null : readLessonMarkdown(source, folder.path(file), report)
  if (!parts) return null
  const sourceIds = course.sources.map(({ id }) => id)
  for (const [index, id] of parts.value.sources.entries())
    if (!sourceIds.includes(id))
      report(folder.path(file), parts.lineOf(['sources', index]), `unknown source "${id}"`)
  const around = {
    file: folder.path(file),
    lineOffset: parts.lineOffset,
    courseId: folder.name,
    sourceIds,
    figure: folder.figure,
    fileExists: folder.exists,
    readText: (src: string) => folder.read(`${language}/${src}`) ?? folder.read(src),
  }
  return { matter: parts.value, body: compileLesson(parts.body, around, report) }
}

function documentOf(
  { matter, body }: LessonText,
  minutes: number,
  course: CourseFile,
): LessonDocument {
  const cited = new Set([...matter.sources, ...body.sourceIdsUsed])
  return {
    documentVersion: 1,
    title: matter.title,
    summary: matter.summary,
    minutes,
    legalState: course.legalState,
    blocks: body.blocks,
    sources: course.sources.filter(({ id }) => cited.has(id)),
  }
}

/** A lesson that was written but not listed would never be read. */
function refuseUnlisted(
  language: Language,
  course: CourseFile,
  folder: CourseFolder,
  report: Report,
) {
  const known = ['course.md', ...course.lessons.map((key) => `${key}.md`)]
  for (const name of folder.list(language))
    if (name.endsWith('.md') && !name.endsWith('.transcript.md') && !known.includes(name))
      report(folder.path(`${language}/${name}`), 1, 'the lesson is not in course.yaml')
}

function checkLessonLinks(
  language: Language,
  keys: readonly string[],
  texts: ByLanguage<LessonText | null>[],
  folder: CourseFolder,
  report: Report,
) {
  for (const [index, text] of texts.entries())
    for (const { lessonKey, heading, line } of text[language]?.body.lessonLinks ?? []) {
      const file = folder.path(fileOf(keys[index] ?? '', language))
      const target = texts[keys.indexOf(lessonKey)]?.[language]
      if (!keys.includes(lessonKey))
        report(file, line, `dead link: there is no lesson ${lessonKey}`)
      else if (target && heading !== null && !target.body.headingIds.includes(heading))
        report(file, line, `dead link: ${lessonKey} has no heading #${heading}`)
    }
}

const fileOf = (key: string, language: Language) => `${language}/${key}.md`
