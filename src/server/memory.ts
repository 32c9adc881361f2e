/** What is kept, by what makes it old: the triggers of migration 0009 name the same kinds. An owner never changes. */
export type MemoryKind = 'session' | 'course' | 'owner'

export type Memory = {
  /**
   * What was read before under this key, or what `read` gives now. Null and undefined are not kept, nor is
   * what changed while it was being read. Who gets a kept value must not change it; but for the moment a
   * session ends, which moves on after the database has taken it (identity, `session.ts`).
   */
  recall: <T>(kind: MemoryKind, key: string, read: () => Promise<T>) => Promise<T>
  /** The same for many keys: `read` is asked once, for those that are not kept. */
  recallAll: <T>(
    kind: MemoryKind,
    keys: readonly string[],
    read: (missing: readonly string[]) => Promise<Map<string, T>>,
  ) => Promise<Map<string, T>>
}

/** Keeps nothing: for tests, operator commands and a server that cannot hear of changes. */
export const noMemory: Memory = {
  recall: (_kind, _key, read) => read(),
  recallAll: (_kind, keys, read) => read([...new Set(keys)]),
}

/** Entries of a kind at most; the one longest unused goes. */
const mostOf: Record<MemoryKind, number> = { session: 5000, course: 500, owner: 20_000 }

/**
 * Keeps what is read at every request and seldom changes, as long as changes are heard.
 * `forget` must be called with the kind whenever something of it changed, without one when that is unknown.
 */
export function createMemory(isLive: () => boolean): Memory & { forget: (kind?: string) => void } {
  const kept = new Map<string, Map<string, unknown>>()
  let generation = 0
  return {
    forget: (kind) => {
      generation += 1
      if (kind === undefined) kept.clear()
      else kept.delete(kind)
    },
    recall: async <T>(kind: MemoryKind, key: string, read: () => Promise<T>) => {
      const known = find<T>(kind, key)
      if (known !== undefined) return known
      const begun = generation
      const value = await read()
      if (generation === begun) keep(kind, key, value)
      return value
    },
    recallAll: async <T>(
      kind: MemoryKind,
      keys: readonly string[],
      read: (missing: readonly string[]) => Promise<Map<string, T>>,
    ) => {
      const found = new Map<string, T>()
      const missing: string[] = []
      for (const key of new Set(keys)) {
        const known = find<T>(kind, key)
        if (known === undefined) missing.push(key)
        else found.set(key, known)
      }
      if (missing.length === 0) return found
      const begun = generation
      for (const [key, value] of await read(missing)) {
        if (generation === begun) keep(kind, key, value)
        found.set(key, value)
      }
      return found
    },
  }

  function find<T>(kind: MemoryKind, key: string): T | undefined {
    const entries = isLive() ? kept.get(kind) : undefined
    const value = entries?.get(key) as T | undefined // put there below, under the same kind and key
    if (!entries || value === undefined) return undefined
    // Last in the order of use again.
    entries.delete(key)
    entries.set(key, value)
    return value
  }

  function keep(kind: MemoryKind, key: string, value: unknown) {
    if (value === null || value === undefined || !isLive()) return
    const entries = kept.get(kind) ?? new Map<string, unknown>()
    kept.set(kind, entries)
    entries.set(key, value)
    const [oldest] = entries.keys()
    if (entries.size > mostOf[kind] && oldest !== undefined) entries.delete(oldest)
  }
}
