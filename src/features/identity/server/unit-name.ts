import { sql } from 'drizzle-orm'

/** Name of the unit `u`; a department alone says little, so its office stands with it. */
export const unitName = sql.raw(
  "u.name || coalesce((select ', ' || office.name from unit office where office.id = u.parent_id and u.kind = 'department'), '')",
)
