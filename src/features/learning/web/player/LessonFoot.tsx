import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useLocation, useNavigate } from 'react-router'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { paths } from '../../../../web/paths.ts'
import type { PlayerOutput } from '../../contract/player.ts'
import type { ProgressQueue } from './progress-queue.ts'
import { SaveWords } from './SaveWords.tsx'
import type { LessonProgress } from './use-lesson-progress.ts'
import type { OutlineView } from './use-outline.ts'

/**
 * Back, whether all is saved, and on. A lesson is completed by going on from its end; going on before only
 * turns the page.
 */
export function LessonFoot({
  player,
  outline,
  lessonKey,
  progress,
  queue,
}: {
  player: PlayerOutput
  outline: OutlineView
  lessonKey: string
  progress: LessonProgress
  queue: ProgressQueue
}) {
  const { t } = useLingui()
  const navigate = useNavigate()
  // Notes and focus stay as they are from lesson to lesson.
  const { search } = useLocation()
  const { lessons } = outline
  const index = lessons.findIndex(({ key }) => key === lessonKey)
  const previous = lessons[index - 1]
  const next = lessons[index + 1]
  const isCompleted = lessons[index]?.completed ?? false
  const isOpen = player.state === 'enrolled' || player.state === 'started'
  const finishes = isOpen && !isCompleted && progress.hasReachedEnd
  const openLessons = lessons.filter(({ key, completed }) => !completed && key !== lessonKey)

  const goOn = async () => {
    if (finishes) progress.finish()
    if (next) return navigate(paths.learn(player.enrolmentId, next.key) + search)
    const stillOpen = openLessons[0]
    if (!finishes && !isCompleted) return
    if (stillOpen) {
      notify({ tone: 'info', text: t`A lesson before this one is not completed yet.` })
      return navigate(paths.learn(player.enrolmentId, stillOpen.key) + search)
    }
    // Without a quiz the course is completed here; the end of the lesson says so.
    if (player.quiz) {
      // The quiz asks the server what is done; without a line it must not wait for ever.
      await Promise.race([queue.flush(), new Promise((go) => setTimeout(go, patienceMs))])
      return navigate(paths.quiz(player.enrolmentId))
    }
    window.scrollTo({ top: document.documentElement.scrollHeight })
  }
  const hasWayOn = next !== undefined || finishes || (isCompleted && player.quiz !== null)

  return (
    <div className="no-print sticky bottom-0 z-10 border-line border-t bg-surface px-4 py-3 md:px-7 short:static">
      <div className="flex items-center gap-x-3 gap-y-2 max-sm:flex-wrap max-sm:gap-x-2">
        {previous && (
          <LinkButton look="quiet" to={paths.learn(player.enrolmentId, previous.key) + search}>
            <Icon of={ArrowLeft} size={18} />
            <span className="max-sm:sr-only">
              <Trans>Previous</Trans>
            </span>
          </LinkButton>
        )}
        <p className="min-w-0 flex-1 text-end text-ink-3 text-sm leading-tight max-sm:has-data-waiting:order-first max-sm:has-data-waiting:basis-full max-sm:has-data-waiting:text-start">
          {!isCompleted && isOpen && !finishes && (
            <span className="me-5 max-lg:sr-only">
              <Trans>Read to the end, and the lesson can be finished here.</Trans>
            </span>
          )}
          <SaveWords queue={queue} />
        </p>
        {hasWayOn ? (
          <Button look={finishes || isCompleted ? 'primary' : 'quiet'} onPress={() => void goOn()}>
            <WayOn finishes={finishes} hasNext={next !== undefined} />
            <Icon of={ArrowRight} size={18} />
          </Button>
        ) : (
          <LinkButton look={isCompleted ? 'primary' : 'quiet'} to={paths.home()}>
            <Trans>My training</Trans>
          </LinkButton>
        )}
      </div>
    </div>
  )
}

function WayOn({ finishes, hasNext }: { finishes: boolean; hasNext: boolean }) {
  if (hasNext) return <Trans>Next lesson</Trans>
  return finishes ? <Trans>Finish lesson</Trans> : <Trans>Closing quiz</Trans>
}

const patienceMs = 3_000
