import type { Language } from '../contract/primitives.ts'

/** Facts that slices tell each other. Past tense; payloads carry ids and what cannot be looked up later. */
export type DomainEvent =
  | {
      type: 'PersonJoinedUnit'
      personId: string
      unitId: string
      jobRole: string | null
      on: string
    }
  | { type: 'PersonLeftUnit'; personId: string; unitId: string; on: string }
  | { type: 'PersonDeactivated'; personId: string; unitId: string }
  | { type: 'UnitMoved'; unitId: string }
  | { type: 'UnitMerged'; unitId: string; intoId: string; on: string }
  | { type: 'UnitClosed'; unitId: string }
  | {
      type: 'EnrolmentChanged'
      enrolmentId: string
      personId: string
      courseId: string
      change:
        | 'enrolled'
        | 'started'
        | 'lesson-completed'
        | 'quiz-passed'
        | 'completed'
        | 'withdrawn'
        | 'released'
        | 'due-changed'
        | 'version-changed'
    }
  | { type: 'AssignmentMade'; assignmentId: string }
  | { type: 'AssignmentEnded'; assignmentId: string }
  | {
      type: 'QuizSubmitted'
      enrolmentId: string
      attemptId: string
      scoreShare: number
      passed: boolean
    }
  | {
      type: 'MailRequested'
      template: string
      personId: string | null
      to: string
      language: Language
      data: Record<string, string | number | null>
    }

export type DomainEventType = DomainEvent['type']
export type EventOf<Type extends DomainEventType> = Extract<DomainEvent, { type: Type }>
