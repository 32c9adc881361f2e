import type { Position } from '../../model/lesson-save.ts'

/** The line, from the top of the window, that counts as read up to: below the header, above the middle. */
const readingLinePx = 96

/** Where the reader is: the last block that begins above the reading line; null in an empty lesson. */
export function placeOf(blocks: readonly Element[]): Position | null {
  const boxes = blocks.map((block) => block.getBoundingClientRect())
  const first = boxes[0]
  const last = boxes.at(-1)
  if (!first || !last) return null
  const block = Math.max(
    0,
    boxes.findLastIndex(({ top }) => top <= readingLinePx),
  )
  const { top, height } = boxes[block] ?? first
  // What is on the screen is being read: the end of a lesson need not reach the line at the top.
  const isAtEnd = last.bottom <= window.innerHeight
  return {
    block,
    share: shareOf(readingLinePx - top, height),
    read: isAtEnd ? 1 : shareOf(readingLinePx - first.top, last.bottom - first.top),
  }
}

const shareOf = (part: number, whole: number) =>
  whole > 0 ? Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 1000 : 0

/** Brings the place back to the reading line, whatever the width of this screen. */
export function goToPlace(blocks: readonly Element[], place: Position): void {
  const block = blocks[Math.min(place.block, blocks.length - 1)]
  if (!block) return
  const { top, height } = block.getBoundingClientRect()
  window.scrollTo({ top: window.scrollY + top + place.share * height - readingLinePx })
}
