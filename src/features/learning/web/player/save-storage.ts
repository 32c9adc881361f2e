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
 * Each save has a key of its own, so that two tabs never overwrite each other's.
 * Where nothing can be stored (full, or forbidden) they live as long as the page.
 */
export function saveStorage(
  enrolmentId: string,
  storage: Storage | null = browserStorage(),
  { tab = ownTab, now = Date.now }: { tab?: string; now?: () => number } = {},
): SaveStorage {
  const prefix = `${everyPrefix}${enrolmentId}.`
  const inMemory = new Map<string, LessonSave>()

  const write = (save: LessonSave, held: Hold | null) => {
    try {
      if (!storage) throw new Error('no storage')
      storage.setItem(prefix + save.id, JSON.stringify({ version: 1, save, ...(held && { held }) }))
      inMemory.delete(save.id)
    } catch {
      inMemory.set(save.id, save)
    }
  }

  return {
    read: () =>
      [
        ...keysOf(storage, prefix).flatMap((key) => parsed(storage, key)?.save ?? []),
        ...inMemory.values(),
      ].sort((one, other) => (`${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1)),
    put: (save) => write(save, { tab, since: now() }),
    release: (ids) => {
      for (const id of ids) {
        const stored = parsed(storage, prefix + id)
        if (stored?.held) write(stored.save, null)
      }
    },
    isHeldElsewhere: (id) => {
      const held = parsed(storage, prefix + id)?.held
      // A clock that was put back must not hold it for ever.
      return held !== undefined && held.tab !== tab && Math.abs(now() - held.since) < holdMs
    },
    remove: (ids) => {
      for (const id of ids) {
        storage?.removeItem(prefix + id)
        inMemory.delete(id)
      }
    },
  }
}

const everyPrefix = 'officina.save.'

/** Whether this key of the browser's storage holds a save of that enrolment. */
export const isSaveOf = (enrolmentId: string, key: string | null): boolean =>
  key?.startsWith(`${everyPrefix}${enrolmentId}.`) ?? false

/** Enrolments of which something waits in this browser. */
export function enrolmentsWaiting(storage: Storage | null = browserStorage()): string[] {
  const ids = keysOf(storage, everyPrefix).map((key) => key.slice(everyPrefix.length).split('.')[0])
  return [...new Set(ids)].flatMap((id) => id ?? [])
}

function keysOf(storage: Storage | null, start: string): string[] {
  if (!storage) return []
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
    (key) => key.startsWith(start),
  )
}

type Hold = { tab: string; since: number }
type Stored = { version: 1; save: LessonSave; held?: Hold }

/** What is not of our form is dropped: it would never be accepted. The server checks it whole. */
function parsed(storage: Storage | null, key: string): Stored | undefined {
  const text = storage?.getItem(key) ?? null
  if (text === null) return undefined
  try {
    const stored: unknown = JSON.parse(text)
    if (isStored(stored)) return stored
  } catch {
    // Cut off or written by hand: as good as nothing.
  }
  storage?.removeItem(key)
  return undefined
}

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

/** Reading `localStorage` throws where a browser forbids it. */
function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}
