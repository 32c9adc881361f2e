import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import type { Context } from '../../../server/context.ts'
import type { Db } from '../../../server/db/connect.ts'
import type { CourseFacts } from '../../catalogue/model/course-facts.ts'
import {
  course,
  courseVersion,
  lesson,
  type QuestionKey,
  question,
  questionKey,
  questionKeyTable,
} from '../../catalogue/server/public.ts'
import type { Drawable, Paper } from '../model/draw-paper.ts'
import type { ShownQuestion } from '../model/shown-question.ts'

type StoredQuestion = typeof question.$inferSelect

export async function quizRules(db: Db, courseVersionId: string): Promise<CourseFacts> {
  const [version] = await db
    .select({ facts: courseVersion.facts })
    .from(courseVersion)
    .where(eq(courseVersion.id, courseVersionId))
  if (!version) throw new Error(`no course version ${courseVersionId}`)
  return version.facts
}

/** Of the version, from memory. */
export const knownRules = ({ db, memory }: Reading, courseVersionId: string) =>
  memory.recall('course', `rules ${courseVersionId}`, () => quizRules(db, courseVersionId))

/** What a review shows of the course, from memory: its title, and those of its lessons by key. */
export const knownTitles = ({ db, memory }: Reading, courseVersionId: string) =>
  memory.recall('course', `titles ${courseVersionId}`, async () => {
    const rows = await db
      .select({ course: course.title, key: lesson.lessonKey, title: lesson.title })
      .from(courseVersion)
      .innerJoin(course, eq(course.id, courseVersion.courseId))
      .innerJoin(lesson, eq(lesson.courseVersionId, courseVersion.id))
      .where(eq(courseVersion.id, courseVersionId))
    return {
      course: rows[0]?.course ?? {},
      lessons: new Map(rows.map(({ key, title }) => [key, title])),
    }
  })

type Reading = Pick<Context, 'db' | 'memory'>

export async function drawableQuestions(db: Db, courseVersionId: string): Promise<Drawable[]> {
  const questions = await db
    .select()
    .from(question)
    .where(eq(question.courseVersionId, courseVersionId))
    .orderBy(asc(question.position))
  return questions.map(({ questionKey: key, type, shown }) => ({
    key,
    choiceIds: shown.en.choices.map(({ id }) => id),
    avoidOwnOrder: type === 'order',
  }))
}

/** The paper's questions in its order, choices in its order, in one language. */
export async function shownQuestions(
  { db, memory }: Reading,
  courseVersionId: string,
  paper: Paper,
  language: Language,
): Promise<{ question: ShownQuestion; lessonKey: string }[]> {
  const stored = await memory.recall('course', `questions ${courseVersionId}`, () =>
    db.select().from(question).where(eq(question.courseVersionId, courseVersionId)),
  )
  return paper.questions.map(({ key, choiceIds }) => {
    const found = stored.find(({ questionKey }) => questionKey === key)
    if (!found) throw new Error(`question ${key} of a paper is gone`)
    return { question: shownIn(found, choiceIds, language), lessonKey: found.lessonKey }
  })
}

/** Names each field it gives: nothing of a key can come along. */
function shownIn(
  { questionKey: key, type, shown }: StoredQuestion,
  choiceIds: readonly string[],
  language: Language,
): ShownQuestion {
  const { prompt, choices } = shown[language]
  const inOrder = choiceIds.flatMap((id) => choices.filter((choice) => choice.id === id))
  const given = inOrder.map(({ id, text }) => ({ id, text }))
  switch (type) {
    case 'single-choice':
    case 'multiple-choice':
      return { key, type, prompt, options: given }
    case 'order':
      return { key, type, prompt, items: given }
    case 'true-false':
    case 'short-answer':
      return { key, type, prompt }
  }
}

export async function keysForMarking(
  db: Db,
  courseVersionId: string,
  paper: Paper,
): Promise<Map<string, QuestionKey>> {
  const rows = await db
    .select()
    .from(questionKeyTable)
    .where(
      and(
        eq(questionKeyTable.courseVersionId, courseVersionId),
        inArray(questionKeyTable.questionKey, keysOf(paper)),
      ),
    )
  return new Map(rows.map((row) => [row.questionKey, questionKey.parse(row.key)]))
}

const keysOf = (paper: Paper) => paper.questions.map(({ key }) => key)

/** The keys of all questions of the version, from memory: for reviews of submitted attempts. */
export const knownKeys = ({ db, memory }: Reading, courseVersionId: string) =>
  memory.recall('course', `keys ${courseVersionId}`, async () => {
    const rows = await db
      .select()
      .from(questionKeyTable)
      .where(eq(questionKeyTable.courseVersionId, courseVersionId))
    return new Map(rows.map((row) => [row.questionKey, questionKey.parse(row.key)]))
  })
