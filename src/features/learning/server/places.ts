import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { SubjectPlace } from '../../../server/authorise.ts'
import type { Db } from '../../../server/db/connect.ts'

/** An enrolment belongs to its learner, in the unit where she works today. */
export const enrolmentPlace = placeBy(
  (id) => sql`
    select u.path::text as "unitPath", e.person_id as "ownerId"
    from enrolment e join person p on p.id = e.person_id join unit u on u.id = p.unit_id
    where e.id = ${id}`,
)

/** A group belongs to the unit it was made in; its trainer owns it. */
export const groupPlace = placeBy(
  (id) => sql`
    select u.path::text as "unitPath", g.trainer_id as "ownerId"
    from learning_group g join unit u on u.id = g.unit_id where g.id = ${id}`,
)

/** An assignment belongs to the unit it was made for. */
export const assignmentPlace = placeBy(
  (id) => sql`
    select u.path::text as "unitPath", a.created_by as "ownerId"
    from assignment a join unit u on u.id = a.unit_id where a.id = ${id}`,
)

/** The id comes as it was sent, before the request's schema has seen it. */
function placeBy(query: (id: string) => ReturnType<typeof sql>) {
  return async (db: Db, id: string): Promise<SubjectPlace | null> => {
    if (!z.uuid().safeParse(id).success) return null
    const [found] = await db.execute<SubjectPlace>(query(id))
    return found ?? null
  }
}
