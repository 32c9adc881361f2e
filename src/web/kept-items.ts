/**
 * What a page keeps on this device until the server has it: each item under a key of its own, so that two tabs
 * never overwrite each other's. Where nothing can be stored (full, or forbidden) items live as long as the page.
 */
export type KeptItems<Item> = {
  /** By key, without the prefix. */
  read: () => ReadonlyMap<string, Item>
  get: (key: string) => Item | undefined
  put: (key: string, item: Item) => void
  remove: (key: string) => void
}

/** @param isOurs says what is of our form; the rest is dropped: it would never be accepted */
export function keptItems<Item>(
  prefix: string,
  isOurs: (value: unknown) => value is Item,
  storage: Storage | null = browserStorage(),
): KeptItems<Item> {
  const memory = memoryOf(storage)

  const get = (key: string): Item | undefined => {
    const unstored = memory.get(prefix + key)
    if (isOurs(unstored)) return unstored
    const text = storage?.getItem(prefix + key) ?? null
    if (text === null) return undefined
    const stored = parsed(text)
    if (isOurs(stored)) return stored
    storage?.removeItem(prefix + key)
    return undefined
  }

  return {
    get,
    read: () =>
      new Map(
        keysKept(prefix, storage).flatMap((key) => {
          const item = get(key)
          return item === undefined ? [] : [[key, item] as const]
        }),
      ),
    put: (key, item) => {
      try {
        if (!storage) throw new Error('no storage')
        storage.setItem(prefix + key, JSON.stringify(item))
        memory.delete(prefix + key)
      } catch {
        memory.set(prefix + key, item)
      }
    },
    remove: (key) => {
      storage?.removeItem(prefix + key)
      memory.delete(prefix + key)
    },
  }
}

/** Keys that begin so, without that beginning; those of other tabs among them. */
export function keysKept(prefix: string, storage: Storage | null = browserStorage()): string[] {
  const stored = Array.from(
    { length: storage?.length ?? 0 },
    (_, index) => storage?.key(index) ?? '',
  )
  return [...new Set([...stored, ...memoryOf(storage).keys()])]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
}

/** Reading `localStorage` throws where a browser forbids it. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

type Memory = Map<string, unknown>
const withoutStorage: Memory = new Map()
const memoryByStorage = new WeakMap<Storage, Memory>()

function memoryOf(storage: Storage | null): Memory {
  if (!storage) return withoutStorage
  const known = memoryByStorage.get(storage)
  if (known) return known
  const memory: Memory = new Map()
  memoryByStorage.set(storage, memory)
  return memory
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
