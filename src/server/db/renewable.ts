import type postgres from 'postgres'

/**
 * A client that can be changed for a new one under the hands of those who hold it. Work begun on the old one
 * fails; what comes next goes to the new one.
 */
export function renewable(make: () => postgres.Sql): { client: postgres.Sql; renew: () => void } {
  let current = make()
  const transactions = new Set<(error: Error) => void>()

  /** The driver forgets a transaction whose connection is given up while its statements stand in a queue. */
  const begin = (...given: unknown[]) => {
    const { promise, reject } = Promise.withResolvers<never>()
    transactions.add(reject)
    const work: Promise<unknown> = Reflect.apply(current.begin, current, given)
    return Promise.race([work, promise]).finally(() => transactions.delete(reject))
  }

  const client = new Proxy(current, {
    apply: (_, self, args) => Reflect.apply(current, self, args),
    get: (_, key) => (key === 'begin' ? begin : Reflect.get(current, key)),
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
      for (const reject of transactions)
        reject(
          Object.assign(new Error('the connection was given up'), { code: 'CONNECTION_CLOSED' }),
        )
    },
  }
}
