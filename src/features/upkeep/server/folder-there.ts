import { access } from 'node:fs/promises'

export type FolderThere = (path: string, now: Date) => Promise<boolean>

const rememberedMs = 60_000

/**
 * Whether a folder is there; the answer stands for a minute. A network drive that is away may never answer: each
 * question is asked once until it does, for every one holds a thread of the few that all files share.
 */
export function createFolderThere(
  reach: (path: string) => Promise<unknown> = (path) => access(path),
): FolderThere {
  const answers = new Map<string, { at: number; there: Promise<boolean>; isKnown: boolean }>()
  return (path, now) => {
    const known = answers.get(path)
    if (known && (!known.isKnown || Math.abs(now.getTime() - known.at) < rememberedMs))
      return known.there
    const answer = {
      at: now.getTime(),
      isKnown: false,
      there: reach(path)
        .then(
          () => true,
          () => false,
        )
        .finally(() => {
          answer.isKnown = true
        }),
    }
    answers.set(path, answer)
    return answer.there
  }
}

/** Of this process. */
export const folderThere = createFolderThere()
