/** When a course is completed: a fact of the course's version, kept as data. */
export type CompletionRule = {
  lessons: 'all'
  /** Share 0–1 of the quiz's points; null when the course has no quiz. */
  quizPassMark: number | null
}

export type CourseWork = {
  lessonKeys: readonly string[]
  completedLessonKeys: ReadonlySet<string>
  quizPassedAt: Date | null
}

/** Lessons of other versions do not count; a course without lessons is never completed by nothing. */
export function isComplete(rule: CompletionRule, work: CourseWork): boolean {
  if (work.lessonKeys.length === 0 && rule.quizPassMark === null) return false
  const allLessons = work.lessonKeys.every((key) => work.completedLessonKeys.has(key))
  return allLessons && (rule.quizPassMark === null || work.quizPassedAt !== null)
}
