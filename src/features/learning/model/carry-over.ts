export type VersionLesson = {
  key: string
  /** Changes with the lesson's text in any language. */
  digest: string
}

/** Keys of lessons done that stay done in another version: those whose text is the same there. */
export function lessonsCarriedOver(
  from: readonly VersionLesson[],
  to: readonly VersionLesson[],
  completedKeys: ReadonlySet<string>,
): string[] {
  const digestByKey = new Map(from.map(({ key, digest }) => [key, digest]))
  return to
    .filter(({ key, digest }) => completedKeys.has(key) && digestByKey.get(key) === digest)
    .map(({ key }) => key)
}
