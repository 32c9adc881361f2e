/** Reads indices that were kept with a block; what is not one, or is beyond the last, is left out. */
export function indicesIn(value: unknown, count: number): number[] {
  if (!Array.isArray(value)) return []
  const indices = value.filter(
    (each): each is number => Number.isInteger(each) && each >= 0 && each < count,
  )
  return [...new Set(indices)].sort((a, b) => a - b)
}
