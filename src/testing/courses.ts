import type postgres from 'postgres'
import { newId } from '../server/ids.ts'

const inAll = (text: string) => ({ en: text, pl: text, hu: text })

/** A course of two lessons and three questions, under a name of its own. */
export async function insertCourse(sql: postgres.Sql, { passMark = 0.6, maxAttempts = 2 } = {}) {
  const courseVersionId = newId()
  const courseId = `course-${courseVersionId.slice(-12)}`
  const facts = {
    factsVersion: 1,
    introduction: inAll('Introduction'),
    audienceNote: inAll('For everyone'),
    outcomes: { en: ['Do'], pl: ['Do'], hu: ['Do'] },
    completion: { lessons: 'all', quizPassMark: passMark },
    quiz: { questionsDrawn: 3, maxAttempts, retakeWaitHours: 0, shuffle: true },
    sources: [],
  }
  await sql.begin(async (tx) => {
    await tx`set constraints all deferred`
    await tx`insert into course (id, title, subtitle, summary, topics, audience, languages, minutes, lesson_count, legal_state, search_text, current_version_id)
      values (${courseId}, ${tx.json(inAll(`Course ${courseId}`))}, ${tx.json(inAll('Subtitle'))}, ${tx.json(inAll('Summary'))},
        ${['client-service']}, ${['general-clerk']}, ${['en', 'pl', 'hu']}, 15, 2, '2026-11-22', search_form('course'), ${courseVersionId})`
    await tx`insert into course_version (id, course_id, number, revision, content_hash, published_at, facts)
      values (${courseVersionId}, ${courseId}, 1, 1, 'x', '2026-01-01', ${tx.json(facts)})`
    for (const [position, key] of ['first', 'second'].entries()) {
      await tx`insert into lesson (course_version_id, lesson_key, position, minutes, title)
        values (${courseVersionId}, ${key}, ${position}, ${7 + position}, ${tx.json(inAll(`Lesson ${key}`))})`
      for (const language of ['en', 'pl', 'hu'])
        await tx`insert into lesson_text (course_version_id, lesson_key, language, content_hash, document)
          values (${courseVersionId}, ${key}, ${language}, 'x', ${tx.json({ documentVersion: 1, title: `Lesson ${key}`, summary: '', minutes: 7, legalState: '2026-11-22', sources: [], blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'Text' }] }] })})`
    }
    for (const [position, question] of questions.entries()) {
      await tx`insert into question (course_version_id, question_key, position, type, lesson_key, shown)
        values (${courseVersionId}, ${question.key}, ${position}, ${question.marking.type}, 'first', ${tx.json(inLanguages(question.shown))})`
      await tx`insert into question_key (course_version_id, question_key, key)
        values (${courseVersionId}, ${question.key}, ${tx.json(question.marking)})`
    }
  })
  return { courseId, courseVersionId }
}

const inLanguages = <Value>(value: Value) => ({ en: value, pl: value, hu: value })
const choices = ['a', 'b', 'c'].map((id) => ({ id, text: `Choice ${id}` }))
const reasons = inLanguages({ a: 'SECRET-REASON a', b: 'SECRET-REASON b', c: 'SECRET-REASON c' })

/** Answers: `b`; true; a, b, c. */
const questions = [
  {
    key: 'single',
    shown: { prompt: 'Which one?', choices },
    marking: { keyVersion: 1, type: 'single-choice', rightOptionId: 'b', whyByOption: reasons },
  },
  {
    key: 'true-false',
    shown: { prompt: 'Is it so?', choices: [] },
    marking: { keyVersion: 1, type: 'true-false', answer: true, why: inAll('SECRET-REASON') },
  },
  {
    key: 'order',
    shown: { prompt: 'In which order?', choices },
    marking: {
      keyVersion: 1,
      type: 'order',
      itemIds: ['a', 'b', 'c'],
      why: inAll('SECRET-REASON'),
    },
  },
]
