import type { Messages } from '@lingui/core'

/** Ids are made from the text itself, so that slices sharing a sentence cannot disagree by accident. */
export function mergeCatalogues(files: Record<string, unknown>): Messages {
  const merged: Messages = {}
  // The Lingui plugin compiles each .po to a module `{ messages }`.
  for (const file of Object.values(files) as { messages: Messages }[])
    Object.assign(merged, file.messages)
  return merged
}
