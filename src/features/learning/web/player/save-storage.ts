import { browserStorage, keptItems, keysKept } from '../../../../web/kept-items.ts'
import type { LessonSave } from '../../model/lesson-save.ts'

export type SaveStorage = {
  /** Oldest first, those of other tabs among them. */
  read: () => LessonSave[]
  /** Keeps a save that this page may still add to: until it is released no other tab sends it. */
  put: (save: LessonSave) => void
  /** From now on these never change. */
  release: (ids: readonly string[]) => void
  isHeldElsewhere: (id: string) => boolean
  remove: (ids: readonly string[]) => void
}

/** After so long a tab that holds a save is taken to be gone; a living one releases it long before. */
export const holdMs = 60_000

const ownTab = crypto.randomUUID()

/**
 * Saves of one enrolment that the server has not acknowledged, in a place that outlives the page.
 */
export function saveStorage(
  enrolmentId: string,
  storage: Storage | null = browserStorage(),
  { tab = ownTab, now = Date.now }: { tab?: string; now?: () => number } = {},
): SaveStorage {
  const kept = keptItems(`${everyPrefix}${enrolmentId}.`, isStored, storage)
  return {
    read: () =>
      [...kept.read().values()]
        .map(({ save }) => save)
        .sort((one, other) => (`${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1)),
    put: (save) => kept.put(save.id, { version: 1, save, held: { tab, since: now() } }),
    release: (ids) => {
      for (const id of ids) {
        const stored = kept.get(id)
        if (stored?.held) kept.put(id, { version: 1, save: stored.save })
      }
    },
    isHeldElsewhere: (id) => {
      const held = kept.get(id)?.held
      // A clock that was put back must not hold it for ever.
      return held !== undefined && held.tab !== tab && Math.abs(now() - held.since) < holdMs
    },
    remove: (ids) => {
      for (const id of ids) kept.remove(id)
    },
  }
}

const everyPrefix = 'officina.save.'

/** Whether this key of the browser's storage holds a save of that enrolment. */
export const isSaveOf = (enrolmentId: string, key: string | null): boolean =>
  key?.startsWith(`${everyPrefix}${enrolmentId}.`) ?? false

/** Enrolments of which something waits in this browser. */
export function enrolmentsWaiting(storage: Storage | null = browserStorage()): string[] {
  const ids = keysKept(everyPrefix, storage).map((key) => key.split('.')[0])
  return [...new Set(ids)].flatMap((id) => id ?? [])
}

type Hold = { tab: string; since: number }
type Stored = { version: 1; save: LessonSave; held?: Hold }

/** The server checks a save whole. */
function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false
  const save: unknown = Reflect.get(value, 'save')
  return (
    Reflect.get(value, 'version') === 1 &&
    typeof save === 'object' &&
    save !== null &&
    ['id', 'lessonKey', 'at'].every((field) => typeof Reflect.get(save, field) === 'string')
  )
}
