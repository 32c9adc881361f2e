/** A compiled lesson in one language. Stored as JSON; raise the version when a shape changes and keep reading old ones. */
export type LessonDocument = {
  documentVersion: 1
  title: string
  summary: string
  minutes: number
  /** Civil date of the law the lesson speaks of. */
  legalState: string
  blocks: Block[]
  sources: Source[]
}

export type Source = { id: string; title: string; url: string; asOf: string }

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; children: Inline[] }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'break' }

export type Block =
  | { type: 'heading'; level: 2 | 3; id: string; children: Inline[] }
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'figure'; svg: string; alt: string; caption: string }
  | { type: 'callout'; kind: 'tip' | 'warning' | 'remember'; blocks: Block[] }
  | { type: 'law'; reference: string; url: string; blocks: Block[] }
  | { type: 'definition'; term: string; blocks: Block[] }
  | { type: 'steps'; items: Block[][] }
  | { type: 'compare'; dont: Side; do: Side }
  | { type: 'case'; title: string; blocks: Block[]; reveal: { label: string; blocks: Block[] } }
  | { type: 'accordion'; title: string; blocks: Block[] }
  | { type: 'checklist'; id: string; title: string; items: Inline[][] }
  | { type: 'check'; id: string; several: boolean; question: Block[]; options: CheckOption[] }
  | { type: 'reflection'; id: string; blocks: Block[] }
  | {
      type: 'media'
      kind: 'video' | 'audio'
      src: string
      captions: string
      transcript: Block[]
      title: string
    }
  | { type: 'download'; src: string; title: string }

type Side = { title: string; blocks: Block[] }
/** Knowledge checks are not marked, so their answers travel with the lesson. */
export type CheckOption = { text: Inline[]; right: boolean; why: Inline[] }

export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>
