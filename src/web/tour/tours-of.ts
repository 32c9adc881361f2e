import type { Role } from '../../contract/permission.ts'
import { type Tour, tours } from '../../contract/tour.ts'

/** The tours that are this person's; who has no role with pages of its own is shown around as a learner. */
export function toursOf(roles: readonly Role[]): Tour[] {
  const own = tours.filter((tour) => tour !== 'learner' && roles.includes(tour))
  return own.length > 0 ? own : ['learner']
}

/** The first one neither taken nor declined; null when nothing is left to offer. */
export function tourToOffer({
  roles,
  toursSeen,
}: {
  roles: readonly Role[]
  toursSeen: readonly Tour[]
}): Tour | null {
  return toursOf(roles).find((tour) => !toursSeen.includes(tour)) ?? null
}
