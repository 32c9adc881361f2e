import type { LessonSave } from '../../model/lesson-save.ts'

export type SaveStorage = {
  /** Oldest first. */
  read: () => LessonSave[]
  put: (save: LessonSave) => void
  remove: (ids: readonly string[]) => void
}

/**
 * Saves of one enrolment that the server has not acknowledged, in a place that outlives the page.
 * Each save has a key of its own, so that two tabs never overwrite each other's.
 * Where nothing can be stored (full, or forbidden) they live as long as the page.
 */
export function saveStorage(
  enrolmentId: string,
  storage: Storage | null = browserStorage(),
): SaveStorage {
  const prefix = `officina.save.${enrolmentId}.`
  const inMemory = new Map<string, LessonSave>()

  const stored = (): LessonSave[] => {
    if (!storage) return []
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    return keys.filter((key) => key.startsWith(prefix)).flatMap((key) => parsed(storage, key))
  }

  return {
    read: () =>
      [...stored(), ...inMemory.values()].sort((one, other) =>
        `${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1,
      ),
    put: (save) => {
      try {
        if (!storage) throw new Error('no storage')
        storage.setItem(prefix + save.id, JSON.stringify({ version: 1, save }))
        inMemory.delete(save.id)
      } catch {
        inMemory.set(save.id, save)
      }
    },
    remove: (ids) => {
      for (const id of ids) {
        storage?.removeItem(prefix + id)
        inMemory.delete(id)
      }
    },
  }
}

/** What is not of our form is dropped: it would never be accepted. The server checks it whole. */
function parsed(storage: Storage, key: string): LessonSave[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '')
    if (isStored(stored)) return [stored.save]
  } catch {
    // Cut off or written by hand: as good as nothing.
  }
  storage.removeItem(key)
  return []
}

function isStored(value: unknown): value is { version: 1; save: LessonSave } {
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
