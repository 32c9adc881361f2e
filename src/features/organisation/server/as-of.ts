import { sql } from 'drizzle-orm'

/** Placements that held on a day: from the day they began until the day before they ended. */
export const placedOn = (day: string) => sql`
  select * from unit_placement
  where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`

/**
 * How many people worked in each unit on a day: rows `unit_id`, `people`. Today's count, less who came since,
 * and with who left since: so only what changed after the day is read. Who was deactivated since is counted until
 * then. Identity's tables are read here by their names: it builds on this slice, so nothing of it can be imported.
 */
export const workingOn = (day: string) => sql`
  select unit_id, sum(people)::int as people from (
    select unit_id, people from unit_headcount
    union all
    select w.unit_id, -1 from person_placement w join person p on p.id = w.person_id
    where w.valid_from > ${day}::date and w.valid_to is null and p.active
    union all
    select w.unit_id, 1 from person_placement w join person p on p.id = w.person_id
    where w.valid_to > ${day}::date and w.valid_from <= ${day}::date
      and (p.active or p.deactivated_at >= (${day}::date + 1)::timestamptz)
    union all
    select w.unit_id, 1 from person p join person_placement w on w.person_id = p.id
    where not p.active and p.deactivated_at >= (${day}::date + 1)::timestamptz
      and w.valid_to is null and w.valid_from <= ${day}::date
  ) change group by 1`

// What stands below belongs into a query that has `placed` (placedOn) and `working` (workingOn) of a day,
// and in it the unit `u` with its placement `p`.

/** Another municipality open that day has the name, or the short name, of `u`. */
export const isNameShared = sql`u.municipality_type is not null and exists (
  select from placed o join unit ou on ou.id = o.unit_id
  where ou.id <> u.id and ou.country = u.country and (ou.short_name = u.short_name or o.name = p.name)
    and ou.municipality_type is not null)`

/** One row: `offices` at or below `p`, and `people` who worked there or below. */
export const figuresBelow = sql`(
  select (count(*) filter (where b.is_office))::int as offices, coalesce(sum(w.people), 0)::int as people
  from placed o join unit b on b.id = o.unit_id left join working w on w.unit_id = b.id
  where o.path <@ p.path)`
