import type { Messages } from '@lingui/core'

/** Ids are made from text and context: slices with the same sentence share one translation, the last one read. */
export function mergeCatalogues(files: Record<string, unknown>): Messages {
  const merged: Messages = {}
  // The Lingui plugin compiles each .po to a module `{ messages }`.
  for (const file of Object.values(files) as { messages: Messages }[])
    Object.assign(merged, file.messages)
  return merged
}
