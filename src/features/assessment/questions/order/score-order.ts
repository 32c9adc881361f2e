import type { ResponseOf } from '../../model/response.ts'

/**
 * Share gained, 0–1: of the steps that follow each other in the right order, how many do so in the
 * response. One step out of place costs its neighbours only. Missing or foreign items gain nothing.
 */
export function scoreOrder(
  key: { itemIds: readonly string[] },
  response: ResponseOf<'order'>,
): number {
  const pairs = neighbours(key.itemIds)
  if (pairs.length === 0) return 0
  if (new Set(response.itemIds).size !== response.itemIds.length) return 0
  const given = new Set(neighbours(response.itemIds))
  return pairs.filter((pair) => given.has(pair)).length / pairs.length
}

const neighbours = (ids: readonly string[]) =>
  ids.slice(1).map((id, index) => JSON.stringify([ids[index], id]))
