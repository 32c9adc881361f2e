import '../../../../web/design-system/reading.css'
import './lesson.css'
import type { Block, LessonDocument as Document } from '../../model/lesson-document.ts'
import { LessonBlock } from './LessonBlock.tsx'
import { LessonHeader } from './LessonHeader.tsx'
import { LessonSources } from './LessonSources.tsx'
import { LessonContext, type LessonSurroundings } from './lesson-context.ts'
import { useOpenForPrint } from './use-open-for-print.ts'

/**
 * A lesson to read: title, blocks, sources. Each top-level block carries `data-block` with its index, so that
 * a place in the text can be found again on any screen. State is read on opening, and again when it
 * comes anew from elsewhere; what changes here is reported.
 */
export function LessonDocument({
  document,
  lessonNumber,
  ...surroundings
}: LessonSurroundings & {
  document: Document
  /** Place of the lesson in its course, from 1. */
  lessonNumber?: number | undefined
}) {
  const article = useOpenForPrint()
  return (
    <LessonContext value={surroundings}>
      <article ref={article} lang={surroundings.lang} className="reading lesson">
        <LessonHeader document={document} lessonNumber={lessonNumber} />
        {document.blocks.map((block, index) => (
          <div
            key={keyOf(block, index)}
            id={`block-${index}`}
            data-block={index}
            data-kind={block.type}
          >
            <LessonBlock block={block} />
          </div>
        ))}
        <LessonSources sources={document.sources} />
      </article>
    </LessonContext>
  )
}

/** Blocks stand in the same order in every language, so that a change of language keeps what was typed. */
const keyOf = (block: Block, index: number) =>
  'id' in block && block.type !== 'heading' ? block.id : index
