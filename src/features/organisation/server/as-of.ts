import { sql } from 'drizzle-orm'

/** Placements that held on a day: from the day they began until the day before they ended. */
export const placedOn = (day: string) => sql`
  select * from unit_placement
  where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`

/**
 * How many people worked in each unit on a day: rows `unit_id`, `people`. Who was deactivated since is
 * counted until then. Identity's tables are read here by their names: it builds on this slice, so nothing
 * of it can be imported.
 */
export const workingOn = (day: string) => sql`
  select w.unit_id, count(*)::int as people
  from person_placement w join person p on p.id = w.person_id
  where w.valid_from <= ${day}::date and (w.valid_to is null or w.valid_to > ${day}::date)
    and (p.active or p.deactivated_at::date > ${day}::date)
  group by w.unit_id`
