/**
 * The ways around the product, one a role that has pages of its own; `learner` is everybody else's.
 * In the order they are offered to who has several.
 */
export const tours = [
  'administrator',
  'owner',
  'manager',
  'training-officer',
  'trainer',
  'auditor',
  'learner',
] as const
export type Tour = (typeof tours)[number]
