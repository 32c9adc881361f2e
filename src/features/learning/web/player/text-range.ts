import type { NoteAnchor } from '../../model/note.ts'

export type WordsAnchor = Extract<NoteAnchor, { quote: string }>

const mostQuoted = 2000

/** The words selected, if they lie within one block of the lesson; null otherwise. */
export function anchorOfSelection(
  selection: Selection | null,
  blocks: readonly Element[],
): WordsAnchor | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const index = blocks.findIndex((block) => block.contains(range.startContainer))
  const block = blocks[index]
  if (!block) return null
  const from = offsetIn(block, range.startContainer, range.startOffset)
  const to = block.contains(range.endContainer)
    ? offsetIn(block, range.endContainer, range.endOffset)
    : (block.textContent ?? '').length
  return anchorAt(block, index, from, to)
}

/** The whole text of a block: for who highlights without selecting. */
export const anchorOfBlock = (blocks: readonly Element[], index: number): WordsAnchor | null => {
  const block = blocks[index]
  return block ? anchorAt(block, index, 0, (block.textContent ?? '').length) : null
}

function anchorAt(block: Element, index: number, from: number, to: number): WordsAnchor | null {
  const quote = (block.textContent ?? '').slice(from, to)
  if (quote.trim() === '' || quote.length > mostQuoted) return null
  return { block: index, from, to, quote }
}

/**
 * Where an anchor's words stand now. The words decide: in its block first, then anywhere in the lesson, so
 * that a highlight survives another version. Null when they are gone.
 */
export function rangeOfAnchor(anchor: WordsAnchor, blocks: readonly Element[]): Range | null {
  const own = blocks[anchor.block]
  if (own && (own.textContent ?? '').slice(anchor.from, anchor.to) === anchor.quote)
    return rangeIn(own, anchor.from, anchor.to)
  const inOrder = own ? [own, ...blocks] : blocks
  for (const block of inOrder) {
    const from = (block.textContent ?? '').indexOf(anchor.quote)
    if (from >= 0) return rangeIn(block, from, from + anchor.quote.length)
  }
  return null
}

function offsetIn(block: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(block)
  before.setEnd(node, offset)
  return before.toString().length
}

function rangeIn(block: Element, from: number, to: number): Range | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let passed = 0
  let isOpen = false
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const { length } = text.textContent ?? ''
    if (!isOpen && from < passed + length) {
      range.setStart(text, from - passed)
      isOpen = true
    }
    if (isOpen && to <= passed + length) {
      range.setEnd(text, to - passed)
      return range
    }
    passed += length
  }
  return null
}
