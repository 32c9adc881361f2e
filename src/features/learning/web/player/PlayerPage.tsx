import './player.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { useLoaderData } from 'react-router'
import { Skeleton } from '../../../../web/design-system/Skeleton.tsx'
import { usePageTitle } from '../../../../web/layout/page-title.tsx'
import { learningQueries } from '../queries.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { enrolmentQueue } from './enrolment-queue.ts'
import { LessonView } from './LessonView.tsx'
import { Outline } from './Outline.tsx'
import { OutlineSheet } from './OutlineSheet.tsx'
import { openLesson } from './open-lesson.ts'
import type { playerLoader } from './player-loader.ts'
import { useOutline } from './use-outline.ts'
import { useReadingView } from './use-reading-view.ts'

/** The lesson player: outline at the side, the lesson to read, one foot to go on. */
export function PlayerPage() {
  const { enrolmentId, lessonKey } = useLoaderData<typeof playerLoader>()
  const language = useReaderLanguage()
  const { data: player } = useSuspenseQuery(learningQueries.player(enrolmentId, language))
  const queue = enrolmentQueue(enrolmentId)
  useEffect(() => void queue.flush(), [queue])
  const outline = useOutline(player, queue)
  const view = useReadingView()
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  const index = outline.lessons.findIndex(({ key }) => key === lessonKey)
  const nextKey = outline.lessons[index + 1]?.key
  useEffect(() => {
    // Ready when the reader is, and on a train after the line is gone.
    if (nextKey) void openLesson(player, nextKey, language).catch(() => {})
  }, [player, nextKey, language])
  usePageTitle(outline.lessons[index]?.title ?? player.title)

  return (
    <div
      className={`min-h-dvh print:min-h-0 ${view.isFocused ? '' : 'lg:grid lg:grid-cols-[17.5rem_minmax(0,1fr)] print:block'}`}
    >
      {!view.isFocused && (
        <aside className="no-print hidden border-line border-e bg-sunken lg:block">
          <div className="sticky top-0 max-h-dvh overflow-y-auto px-5 py-5.5">
            <Outline player={player} outline={outline} current={lessonKey} />
          </div>
        </aside>
      )}
      {/* Around the whole: place and end are measured only when the text is there. */}
      <Suspense fallback={<LessonComing />}>
        <LessonView
          key={lessonKey}
          player={player}
          outline={outline}
          lessonKey={lessonKey}
          queue={queue}
          view={view}
          onOpenOutline={() => setIsSheetOpen(true)}
        />
      </Suspense>
      <OutlineSheet isOpen={isSheetOpen} onClose={() => setIsSheetOpen(false)}>
        <Outline
          player={player}
          outline={outline}
          current={lessonKey}
          onGo={() => setIsSheetOpen(false)}
        />
      </OutlineSheet>
    </div>
  )
}

function LessonComing() {
  return (
    <div className="mx-auto w-full max-w-[45rem] px-4 pt-24 md:px-7">
      <Skeleton look="text" rows={12} />
    </div>
  )
}
