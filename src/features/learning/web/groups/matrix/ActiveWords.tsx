import type { MemberRow } from '../../../contract/groups.ts'
import type { Place } from './grid-move.ts'
import { type SquareWords, squareOf } from './square-words.tsx'

/** The cell at hand in full: above the columns there is room for numbers only. Heard from the cell itself. */
export function ActiveWords({
  lessons,
  members,
  active,
  words,
}: {
  lessons: readonly { title: string }[]
  members: readonly MemberRow[]
  active: Place
  words: SquareWords
}) {
  const index = active.column - 1
  const lesson = lessons[index]
  const member = members[active.row - 1]
  return (
    <p aria-hidden="true" className="no-print min-h-6 text-ink-2 text-sm">
      {lesson && (
        <>
          {index + 1}. {lesson.title}
          {member && ` · ${member.displayName}: `}
          {member && <b>{words[squareOf(member, index)]}</b>}
        </>
      )}
    </p>
  )
}
