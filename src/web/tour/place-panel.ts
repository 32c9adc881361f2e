export type Size = { width: number; height: number }
export type Box = Size & { top: number; left: number }
/** `bar` is how much of the height the phone's bar takes at the bottom. */
export type View = Size & { bar: number }

const margin = 12
const gap = 14
const narrow = 640

/**
 * Where the panel stands, in pixels of the window: beside what it speaks of where there is room, on a phone at
 * the bottom or else on top. It covers its target only when it cannot help it, and then as little as possible.
 */
export function placePanel(target: Box | null, panel: Size, view: View): Pick<Box, 'top' | 'left'> {
  const inside = {
    left: (left: number) => Math.max(margin, Math.min(left, view.width - margin - panel.width)),
    top: (top: number) =>
      Math.max(margin, Math.min(top, view.height - view.bar - margin - panel.height)),
  }
  const at = (left: number, top: number) => ({
    left: inside.left(left),
    top: inside.top(top),
    ...panel,
  })
  const [first = 0, last] = [0, Number.POSITIVE_INFINITY]
  const bottom = view.width < narrow ? at(first, last) : at(last, last)
  if (!target) return bare(bottom)
  const right = at(target.left + target.width + gap, target.top)
  const besides =
    view.width < narrow
      ? []
      : [
          // What a wide target heads stands below it and should be seen.
          ...(target.width > panel.width ? [right, bottom] : []),
          at(target.left, target.top + target.height + gap),
          at(target.left, target.top - gap - panel.height),
          right,
          at(target.left - gap - panel.width, target.top),
        ]
  const places = [...besides, bottom, at(first, last), at(last, first), at(first, first)]
  return bare(
    places.reduce((best, place) => (covered(place, target) < covered(best, target) ? place : best)),
  )
}

const bare = ({ top, left }: Box) => ({ top, left })

/** How far the page has to be scrolled down for the target to be seen beside the panel; 0 when it is. */
export function scrollFor(target: Box, panel: Size, view: View): number {
  const [top, bottom] = [margin, view.height - view.bar - margin - roomBelow(panel, view)]
  if (target.top >= top && target.top + target.height <= bottom) return 0
  const spare = Math.max(0, bottom - top - target.height)
  return target.top - top - spare / 3
}

/** What a page needs below its end, so that all of it can be scrolled out from under a panel at the bottom. */
export function roomBelow(panel: Size, view: View): number {
  return view.width < narrow ? panel.height + margin : 0
}

/** The part of the target that would be hidden, in square pixels. */
function covered(panel: Box, target: Box): number {
  const overlap = (from: number, size: number, otherFrom: number, otherSize: number) =>
    Math.max(0, Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom))
  return (
    overlap(panel.left, panel.width, target.left, target.width) *
    overlap(panel.top, panel.height, target.top, target.height)
  )
}
