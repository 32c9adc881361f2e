import { sql } from 'drizzle-orm'
import { type Tour, tours } from '../../../contract/tour.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { identity } from '../contract.ts'

const handle = handlersFor(identity).tours

export const tourHandlers = {
  close: handle.close.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { personId } = context.person()
      // Closed twice, on two devices at once, it stands there once.
      const [row] = await tx.execute<{ toursSeen: string[] }>(sql`
        update person set tours_seen = array_append(array_remove(tours_seen, ${input.tour}), ${input.tour})
        where id = ${personId} returning tours_seen as "toursSeen"`)
      return { toursSeen: readTours(row?.toursSeen ?? []) }
    }),
  ),
}

/** What is stored may name tours that are no longer offered. */
export const readTours = (stored: readonly string[]): Tour[] =>
  stored.flatMap((name) => tours.find((tour) => tour === name) ?? [])
