import type { Block } from '../../model/lesson-document.ts'
import { Accordion } from './blocks/Accordion.tsx'
import { BulletList } from './blocks/BulletList.tsx'
import { CaseStudy } from './blocks/CaseStudy.tsx'
import { Checklist } from './blocks/Checklist.tsx'
import { Comparison } from './blocks/Comparison.tsx'
import { Definition } from './blocks/Definition.tsx'
import { Download } from './blocks/Download.tsx'
import { Figure } from './blocks/Figure.tsx'
import { KnowledgeCheck } from './blocks/KnowledgeCheck.tsx'
import { LawQuotation } from './blocks/LawQuotation.tsx'
import { LessonCallout } from './blocks/LessonCallout.tsx'
import { LessonHeading } from './blocks/LessonHeading.tsx'
import { LessonTable } from './blocks/LessonTable.tsx'
import { Media } from './blocks/Media.tsx'
import { Paragraph } from './blocks/Paragraph.tsx'
import { Reflection } from './blocks/Reflection.tsx'
import { Steps } from './blocks/Steps.tsx'
import { Inlines } from './Inlines.tsx'

/** One block, whichever it is; what stands inside it is drawn here, so that no block knows another. */
export function LessonBlock({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return <LessonHeading block={block} />
    case 'paragraph':
      return <Paragraph block={block} />
    case 'list':
      return <BulletList isOrdered={block.ordered} items={block.items.map(item)} />
    case 'table':
      return <LessonTable block={block} />
    case 'figure':
      return <Figure block={block} />
    case 'callout':
      return <LessonCallout kind={block.kind}>{blocks(block.blocks)}</LessonCallout>
    case 'law':
      return <LawQuotation block={block}>{blocks(block.blocks)}</LawQuotation>
    case 'definition':
      return <Definition term={block.term}>{blocks(block.blocks)}</Definition>
    case 'steps':
      return <Steps items={block.items.map(item)} />
    case 'compare':
      return (
        <Comparison
          dont={{ title: block.dont.title, content: blocks(block.dont.blocks) }}
          better={{ title: block.do.title, content: blocks(block.do.blocks) }}
        />
      )
    case 'case':
      return (
        <CaseStudy
          title={block.title}
          story={blocks(block.blocks)}
          label={block.reveal.label}
          answer={blocks(block.reveal.blocks)}
        />
      )
    case 'accordion':
      return <Accordion title={block.title}>{blocks(block.blocks)}</Accordion>
    case 'checklist':
      return <Checklist block={block} />
    case 'check':
      return <KnowledgeCheck block={block} question={blocks(block.question)} />
    case 'reflection':
      return <Reflection blockId={block.id} prompt={blocks(block.blocks)} />
    case 'media':
      return <Media block={block} transcript={blocks(block.transcript)} />
    case 'download':
      return <Download block={block} />
  }
}

const blocks = (of: Block[]) =>
  of.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text's blocks never change places
    <LessonBlock key={index} block={block} />
  ))

/** An item of one sentence stands without a paragraph of its own. */
function item(of: Block[]): React.ReactNode {
  const [first] = of
  return of.length === 1 && first?.type === 'paragraph' ? (
    <Inlines of={first.children} />
  ) : (
    blocks(of)
  )
}
