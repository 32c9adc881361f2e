import type postgres from 'postgres'

/**
 * A client that can be changed for a new one under the hands of those who hold it. Work begun on the old one
 * fails; what comes next goes to the new one.
 */
export function renewable(make: () => postgres.Sql): { client: postgres.Sql; renew: () => void } {
  let current = make()
  const client = new Proxy(current, {
    apply: (_, self, args) => Reflect.apply(current, self, args),
    get: (_, key) => Reflect.get(current, key),
    set: (_, key, value) => Reflect.set(current, key, value),
    has: (_, key) => Reflect.has(current, key),
  })
  return {
    client,
    renew: () => {
      const old = current
      current = make()
      // What others set on the old one, such as Drizzle's own ways to read dates, holds for the new one.
      Object.assign(current.options.parsers, old.options.parsers)
      Object.assign(current.options.serializers, old.options.serializers)
      void old.end({ timeout: 0 }).catch(() => {})
    },
  }
}
