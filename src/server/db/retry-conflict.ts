import { sqlStateOf } from './sql-state.ts'

/** PostgreSQL ended the transaction for the sake of another one: nothing of it happened. */
const conflicts = ['40001', '40P01']
const mostAttempts = 4

/** Runs a transaction, and again when it lost a conflict or was chosen to break a deadlock. */
export async function retryConflict<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await transaction()
    } catch (error) {
      if (attempt === mostAttempts || !conflicts.includes(sqlStateOf(error) ?? '')) throw error
    }
}
