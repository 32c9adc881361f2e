import { Trans } from '@lingui/react/macro'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import type { PlayerOutput } from '../../contract/player.ts'
import type { OutlineView } from './use-outline.ts'

/** Below the text: that the lesson is completed, and after the last one what is left of the course. */
export function EndOfLesson({
  player,
  outline,
  isCompleted,
  isLast,
}: {
  player: PlayerOutput
  outline: OutlineView
  isCompleted: boolean
  isLast: boolean
}) {
  const format = useFormat()
  if (player.state === 'withdrawn' || player.state === 'released')
    return (
      <p className="no-print mt-10 border-line border-t pt-5 text-ink-2">
        <Trans>
          You are not on this course any more. You may read on; to complete it, enrol again on its
          page.
        </Trans>{' '}
        <LinkButton look="link" to={paths.course(player.courseId)}>
          <Trans>Page of the course</Trans>
        </LinkButton>
      </p>
    )
  if (!isCompleted) return null
  const isAllRead = outline.lessonsDone === outline.lessons.length
  const completedOn = player.completedAt && format.date(player.completedAt)
  return (
    <div className="no-print mt-10 grid justify-items-start gap-3 border-line border-t pt-5">
      <p className="font-semibold text-done">
        {isLast && completedOn ? (
          <Trans>Course completed: {completedOn}</Trans>
        ) : (
          <Trans>This lesson is completed.</Trans>
        )}
      </p>
      {isLast && isAllRead && player.quiz && !player.quiz.passedAt && (
        <p className="text-ink-2">
          <Trans>All lessons are read. The closing quiz completes the course.</Trans>
        </p>
      )}
    </div>
  )
}
