import { type Drawable, drawPaper } from '../../features/assessment/model/draw-paper.ts'
import { type Mark, scoreShare } from '../../features/assessment/model/mark.ts'
import type { Response } from '../../features/assessment/model/response.ts'
import { scoreResponse } from '../../features/assessment/server/score-response.ts'
import type { QuestionKey } from '../../features/catalogue/server/public.ts'
import { cellsWith } from '../../features/learning/model/lesson-cells.ts'
import { addDays, civil, inOfficeHours, workingDay } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Row } from './copy-rows.ts'

export type SeedCourse = {
  id: string
  versionId: string
  lessons: { key: string; minutes: number }[]
  bank: Drawable[]
  keys: Map<string, QuestionKey>
  passMark: number
  maxAttempts: number
  questionsDrawn: number
}

export type HistoryRows = {
  enrolment: Row[]
  enrolment_event: Row[]
  lesson_progress: Row[]
  quiz_attempt: Row[]
  quiz_answer: Row[]
}
export const noRows = (): HistoryRows => ({
  enrolment: [],
  enrolment_event: [],
  lesson_progress: [],
  quiz_attempt: [],
  quiz_answer: [],
})

export type Plan = {
  personId: string
  enrolledAt: Date
  origin: 'self' | 'trainer' | 'assignment'
  actorId: string | null
  assignmentId: string | null
  groupId: string | null
  required: boolean
  dueOn: string | null
  /** How far the person goes, if time allows: lessons read, and whether the quiz is taken. */
  lessonsWanted: number
  takesQuiz: boolean
  withdraws: boolean
  /** Days between steps: 1 brisk, 5 slow. */
  pace: number
  /** 0–1: how often an answer is right. */
  skill: number
  /** Where the person was on the course before she began: nothing is read earlier. */
  beginsAt: Date | null
  /** The trainer lets go on that day of who has not finished. */
  release: { at: Date; actorId: string; reason: string } | null
  /** Another due date, given on a day by somebody, as long as the course is not finished. */
  newDue: { at: Date; actorId: string; dueOn: string; assignmentId: string | null } | null
}

/** Adds one enrolment with everything that happened until `now`; returns its id. */
export function addHistory(
  rows: HistoryRows,
  plan: Plan,
  course: SeedCourse,
  now: Date,
  chance: Chance,
) {
  const id = chance.id(plan.enrolledAt)
  const event = (at: Date, type: string, actorId: string | null, detail: Row = {}) =>
    rows.enrolment_event.push({
      id: chance.id(at),
      enrolment_id: id,
      at,
      type,
      actor_id: actorId,
      detail,
    })
  event(plan.enrolledAt, 'enrolled', plan.actorId ?? plan.personId, { by: plan.origin })

  const end = plan.release && plan.release.at < now ? plan.release.at : now
  let at = plan.beginsAt ?? plan.enrolledAt
  const next = (): Date | null => {
    const day = workingDay(addDays(at, chance.skewed(0, plan.pace * 2)))
    const then = inOfficeHours(day, chance)
    const step = then > at ? then : new Date(at.getTime() + chance.between(15, 90) * 60_000)
    if (step >= end) return null
    at = step
    return at
  }

  let [startedAt, lastKey, done]: [Date | null, string | null, number] = [null, null, 0]
  let presentSeconds = 0
  for (const lesson of course.lessons.slice(0, plan.lessonsWanted)) {
    const opened = next()
    if (!opened) break
    if (!startedAt) {
      startedAt = opened
      event(opened, 'started', plan.personId)
    }
    const seconds = Math.round(lesson.minutes * 60 * (0.5 + chance.share()))
    const completed = new Date(opened.getTime() + seconds * 1000)
    lastKey = lesson.key
    if (completed >= end) break
    rows.lesson_progress.push(progressRow(id, lesson.key, opened, completed, seconds))
    event(completed, 'lesson-completed', plan.personId, { lessonKey: lesson.key })
    done += 1
    presentSeconds += seconds
    at = completed
  }
  const quiz =
    plan.takesQuiz && done === course.lessons.length
      ? takeQuiz(rows, id, plan, course, next, event, chance)
      : null
  const completedAt = quiz?.passedAt ?? null
  if (completedAt) event(completedAt, 'completed', plan.personId)
  const withdrawnAt = plan.withdraws && !completedAt ? next() : null
  if (withdrawnAt) event(withdrawnAt, 'withdrawn', plan.personId)
  const releasedAt = plan.release && !completedAt && end !== now ? plan.release.at : null
  if (releasedAt)
    event(releasedAt, 'released', plan.release?.actorId ?? null, { reason: plan.release?.reason })
  const endedAt = completedAt ?? withdrawnAt ?? releasedAt
  const newDue = plan.newDue && !(endedAt && endedAt <= plan.newDue.at) ? plan.newDue : null
  if (newDue)
    event(newDue.at, 'due-changed', newDue.actorId, {
      from: plan.dueOn,
      to: newDue.dueOn,
      required: true,
    })

  const open = startedAt ? 'started' : 'enrolled'
  const keys = course.lessons.map(({ key }) => key)
  const state = completedAt
    ? 'completed'
    : withdrawnAt
      ? 'withdrawn'
      : releasedAt
        ? 'released'
        : open
  rows.enrolment.push({
    id,
    person_id: plan.personId,
    course_id: course.id,
    course_version_id: course.versionId,
    state,
    origin: plan.origin,
    assignment_id: newDue?.assignmentId ?? plan.assignmentId,
    group_id: plan.groupId,
    required: plan.required || newDue !== null,
    due_on: newDue?.dueOn ?? plan.dueOn,
    enrolled_at: plan.enrolledAt,
    started_at: startedAt,
    completed_at: completedAt,
    ended_at: withdrawnAt ?? releasedAt,
    last_seen_at: startedAt ? at : null,
    last_lesson_key: lastKey,
    last_position: null,
    lessons_done: done,
    lessons_total: course.lessons.length,
    quiz_passed_at: quiz?.passedAt ?? null,
    quiz_best_share: quiz?.bestShare ?? null,
    lesson_cells: cellsWith(
      '',
      keys,
      keys.slice(0, done).map((key) => ({ key, isDone: true })),
    ),
    present_seconds: presentSeconds,
  })
  return id
}

export const progressRow = (
  enrolmentId: string,
  key: string,
  opened: Date,
  completed: Date | null,
  seconds: number,
): Row => ({
  enrolment_id: enrolmentId,
  lesson_key: key,
  first_opened_at: opened,
  completed_at: completed,
  position: null,
  present_seconds: seconds,
  block_state: {},
  updated_at: completed ?? opened,
})

function takeQuiz(
  rows: HistoryRows,
  enrolmentId: string,
  plan: Plan,
  course: SeedCourse,
  next: () => Date | null,
  event: (at: Date, type: string, actorId: string, detail: Row) => void,
  chance: Chance,
): { passedAt: Date | null; bestShare: number } | null {
  let best: number | null = null
  for (let number = 1; number <= course.maxAttempts; number += 1) {
    const startedAt = next()
    if (!startedAt) break
    const attempt = answerPaper(
      rows,
      enrolmentId,
      number,
      plan.skill + 0.12 * (number - 1),
      course,
      startedAt,
      chance,
    )
    best = Math.max(best ?? 0, attempt.share)
    if (!attempt.passed) {
      if (chance.happens(0.25)) break
      continue
    }
    event(attempt.submittedAt, 'quiz-passed', plan.personId, {
      attemptId: attempt.id,
      scoreShare: attempt.share,
    })
    return { passedAt: attempt.submittedAt, bestShare: best }
  }
  return best === null ? null : { passedAt: null, bestShare: best }
}

function answerPaper(
  rows: HistoryRows,
  enrolmentId: string,
  number: number,
  skill: number,
  course: SeedCourse,
  startedAt: Date,
  chance: Chance,
) {
  const id = chance.id(startedAt)
  const seed = chance.between(0, 2 ** 31 - 2)
  const paper = drawPaper(course.bank, { count: course.questionsDrawn, shuffle: true }, seed)
  let at = startedAt
  const marks = paper.questions.map(({ key, choiceIds }): Mark => {
    at = new Date(at.getTime() + chance.between(15, 90) * 1000)
    const marking = course.keys.get(key)
    if (!marking) throw new Error(`no key for ${key}`)
    const response = chance.happens(skill)
      ? rightResponse(marking)
      : wrongResponse(marking, choiceIds, chance)
    rows.quiz_answer.push({
      id: chance.id(at),
      attempt_id: id,
      question_key: key,
      response,
      sequence: 1,
      answered_at: at,
    })
    return { key, points: scoreResponse(marking, response), pointsPossible: 1 }
  })
  const share = scoreShare(marks)
  const passed = share >= course.passMark
  const submittedAt = new Date(at.getTime() + 20_000)
  rows.quiz_attempt.push({
    id,
    enrolment_id: enrolmentId,
    course_version_id: course.versionId,
    number,
    seed,
    paper,
    started_at: startedAt,
    submitted_at: submittedAt,
    score_share: share,
    passed,
    pass_mark: course.passMark,
    marks,
  })
  return { id, share, passed, submittedAt }
}

function rightResponse(key: QuestionKey): Response {
  switch (key.type) {
    case 'single-choice':
      return { type: key.type, optionId: key.rightOptionId }
    case 'multiple-choice':
      return { type: key.type, optionIds: key.rightOptionIds }
    case 'true-false':
      return { type: key.type, value: key.answer }
    case 'order':
      return { type: key.type, itemIds: key.itemIds }
    case 'short-answer':
      return { type: key.type, text: key.accept.pl[0] ?? '' }
  }
}

function wrongResponse(key: QuestionKey, choiceIds: readonly string[], chance: Chance): Response {
  switch (key.type) {
    case 'single-choice':
      return {
        type: key.type,
        optionId: chance.pick(choiceIds.filter((id) => id !== key.rightOptionId)),
      }
    case 'multiple-choice':
      return { type: key.type, optionIds: [chance.pick(choiceIds), ...key.rightOptionIds.slice(1)] }
    case 'true-false':
      return { type: key.type, value: !key.answer }
    case 'order':
      return { type: key.type, itemIds: [...choiceIds] }
    case 'short-answer':
      return { type: key.type, text: '—' }
  }
}

/** Due that many days after, on a working day. */
export const dueAfter = (at: Date, days: number): string => civil(workingDay(addDays(at, days)))
