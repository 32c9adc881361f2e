import { Trans } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { List } from 'lucide-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { paths } from '../../../../web/paths.ts'
import { catalogueQueries, LessonDocument } from '../../../catalogue/web/public.tsx'
import type { PlayerOutput } from '../../contract/player.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { EndOfLesson } from './EndOfLesson.tsx'
import { LessonFoot } from './LessonFoot.tsx'
import { LessonTools } from './LessonTools.tsx'
import { NotesPanel } from './NotesPanel.tsx'
import type { ProgressQueue } from './progress-queue.ts'
import { SelectionTools } from './SelectionTools.tsx'
import { useHighlights } from './use-highlights.ts'
import { useLessonLeft } from './use-lesson-left.ts'
import { useLessonProgress } from './use-lesson-progress.ts'
import { useNotes } from './use-notes.ts'
import type { OutlineView } from './use-outline.ts'
import type { ReadingView } from './use-reading-view.ts'
import { VersionOffer } from './VersionOffer.tsx'

/** One lesson: its text, what the learner leaves in it, and the way on. */
export function LessonView({
  player,
  outline,
  lessonKey,
  queue,
  view,
  onOpenOutline,
}: {
  player: PlayerOutput
  outline: OutlineView
  lessonKey: string
  queue: ProgressQueue
  view: ReadingView
  onOpenOutline: () => void
}) {
  const language = useReaderLanguage()
  const { courseVersionId, courseId, enrolmentId } = player
  const { data: text } = useSuspenseQuery(
    catalogueQueries.lesson(courseVersionId, lessonKey, language),
  )
  const left = useLessonLeft(enrolmentId, lessonKey, queue)
  const reading = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const startAt = left.position
  const progress = useLessonProgress({ lessonKey, startAt, article: reading, end, queue })
  const notes = useNotes(courseId, lessonKey)
  useHighlights(reading, notes.all, text.contentHash)
  const index = outline.lessons.findIndex(({ key }) => key === lessonKey)

  return (
    <div className="flex min-h-dvh min-w-0 flex-col print:block print:min-h-0">
      <div className="no-print sticky top-0 z-10 flex items-center justify-between gap-1 border-line border-b bg-surface px-2 py-1 md:px-5 short:static">
        {!view.isFocused && (
          <Button
            onPress={onOpenOutline}
            className="flex min-h-11 min-w-0 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink lg:hidden"
          >
            <Icon of={List} className="max-[22rem]:hidden" />
            <span className="truncate">
              <Trans>Contents</Trans>
            </span>
          </Button>
        )}
        <p className="min-w-0 flex-1 truncate text-ink-3 text-sm max-sm:hidden lg:invisible">
          {player.title}
        </p>
        <LessonTools view={view} noteCount={notes.all.length} />
      </div>
      <div className="flex flex-1">
        <div className="mx-auto w-full min-w-0 max-w-[45rem] flex-1 px-4 pt-8 pb-24 md:px-7 md:pt-11 print:max-w-none print:p-0">
          {player.versionOffer && <VersionOffer player={player} offer={player.versionOffer} />}
          <p className="mb-5 hidden border-line border-b pb-2 text-ink-2 text-sm print:block">
            {player.title}
          </p>
          <div ref={reading} style={{ zoom: view.textScale }}>
            <LessonDocument
              document={text.document}
              lang={text.language}
              lessonNumber={index + 1}
              blockState={left.blocks}
              onBlockState={progress.saveBlock}
              reflections={notes.reflections}
              onReflection={notes.writeReflection}
              lessonHref={(key) => paths.learn(enrolmentId, key)}
            />
          </div>
          <div ref={end} aria-hidden="true" className="h-px" />
          <EndOfLesson
            player={player}
            outline={outline}
            isCompleted={outline.lessons[index]?.completed ?? false}
            isLast={index === outline.lessons.length - 1}
          />
        </div>
        {view.areNotesOpen && !view.isFocused && (
          <NotesPanel
            courseId={courseId}
            notes={notes}
            article={reading}
            onClose={() => view.setNotesOpen(false)}
          />
        )}
      </div>
      <SelectionTools article={reading} notes={notes} onNote={() => view.setNotesOpen(true)} />
      <LessonFoot
        player={player}
        outline={outline}
        lessonKey={lessonKey}
        progress={progress}
        queue={queue}
      />
    </div>
  )
}
