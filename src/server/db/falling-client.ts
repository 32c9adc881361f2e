import type postgres from 'postgres'
import { whyUnavailable } from './unavailable.ts'

/** Runs each statement, or each transaction as a whole, on the replica, and on the primary when that is lost. */
export function fallingClient(
  replica: postgres.Sql,
  primary: postgres.Sql,
  { mayUse, onLost }: { mayUse: () => boolean; onLost: () => void },
): postgres.Sql {
  const ask = async <T>(question: (client: postgres.Sql) => PromiseLike<T>): Promise<T> => {
    if (!mayUse()) return await question(primary)
    try {
      return await question(replica)
    } catch (error) {
      const why = whyUnavailable(error)
      if (why === null) throw error
      if (why === isReadOnly) throw new WriteOnReplica(error)
      // A statement may stand in the way of what the replica has to take over: that replica is not lost.
      if (why !== conflictWithRecovery) onLost()
      return await question(primary)
    }
  }
  const unsafe = (
    query: string,
    parameters?: postgres.ParameterOrJSON<never>[],
    options?: postgres.UnsafeQueryOptions,
  ) => {
    let isInArrays = false
    // Sent a moment later: whoever wants arrays says so after the call.
    const answer = Promise.resolve().then(() =>
      ask<unknown>((client) => {
        const pending = client.unsafe(query, parameters, options)
        return isInArrays ? pending.values() : pending
      }),
    )
    const values = () => {
      isInArrays = true
      return answer
    }
    return Object.assign(answer, { values })
  }
  const begin = (...given: unknown[]) =>
    ask((client) => Reflect.apply(client.begin, client, given) as Promise<unknown>) // its own result
  return new Proxy(primary, {
    get(target, key) {
      if (key === 'unsafe') return unsafe
      if (key === 'begin') return begin
      return Reflect.get(target, key)
    },
  })
}

const conflictWithRecovery = '40001'
const isReadOnly = '25006'

/** A defect: what changes something must not ask here. Not as its cause, which says that the database is away. */
class WriteOnReplica extends Error {
  override name = 'WriteOnReplica'
  constructor(error: unknown) {
    super(`A write was asked of the replica: ${String(error)}`)
  }
}
