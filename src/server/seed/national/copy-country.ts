import type postgres from 'postgres'

/** Referenced first. */
export const entityTables = [
  'unit',
  'unit_placement',
  'person',
  'person_placement',
  'role_grant',
  'learning_group',
  'assignment',
  'enrolment',
  'group_member',
]
/** Sums: counted once for the model, they hold for a copy too, for no unit belongs to two countries. */
export const sumTables = [
  'reporting_path',
  'reporting_enrolment',
  'reporting_course',
  'reporting_due',
  'reporting_week',
  'reporting_person',
  'reporting_unit',
]
/** What happened: the bulk of the rows, in two halves that load beside each other. */
export const historyLanes = [
  ['enrolment_event', 'quiz_attempt'],
  ['lesson_progress', 'quiz_answer'],
]

/** Of UUID version 8, so that no copy's id is that of a model. */
const mark = `'8' || lpad(to_hex(nth), 3, '0')`

/** Columns that tell the copies apart by words; every id but those of courses becomes another one. */
const expressions: Record<string, string> = {
  'unit.path': `regexp_replace(path::text, '([0-9a-f]{12})7[0-9a-f]{3}([0-9a-f]{16})', '\\1' || ${mark} || '\\2', 'g')::ltree`,
  'unit.code': `nth || ':' || code`,
  'unit.name': `case when parent_id is null then name || ' ' || nth else name end`,
  'unit.short_name': `case when parent_id is null then short_name || ' ' || nth else short_name end`,
  'person.external_id': `external_id || '-' || lpad(nth::text, 2, '0')`,
  'person.email': `replace(email, '@', '.' || lpad(nth::text, 2, '0') || '@')`,
  'enrolment_event.detail': `case when detail ? 'attemptId'
    then jsonb_set(detail, '{attemptId}', to_jsonb(${copied(`(detail->>'attemptId')`)})) else detail end`,
}
expressions['reporting_path.path'] = expressions['unit.path'] ?? ''
expressions['unit_placement.path'] = expressions['unit.path'] ?? ''
expressions['unit_placement.name'] = expressions['unit.name'] ?? ''

/**
 * Adds copies 2 to `countries` of every row. Copies of one row follow each other, so that primary keys,
 * which begin with an instant, grow nearly in order. The table's foreign keys and those to it must be away:
 * it is emptied and filled anew, which PostgreSQL need not log when `wal_level` is minimal.
 */
export async function refillWithCopies(
  tx: postgres.TransactionSql,
  table: string,
  countries: number,
): Promise<void> {
  await tx.unsafe(`create temporary table model on commit drop as select * from ${table}`)
  await tx.unsafe(`truncate ${table}`)
  await tx.unsafe(`insert into ${table} overriding system value select * from model`)
  await copyRowsOf(tx, 'model', table, countries)
  await tx.unsafe('drop table model')
}

/** The same beside the rows there are. */
export const copyCountry = (tx: postgres.TransactionSql, table: string, countries: number) =>
  copyRowsOf(tx, table, table, countries)

async function copyRowsOf(
  tx: postgres.TransactionSql,
  model: string,
  table: string,
  countries: number,
): Promise<void> {
  const columns = await tx<{ name: string; isId: boolean }[]>`
    select attname as name, atttypid = 'uuid'::regtype and attname <> 'course_version_id' as "isId"
    from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`
  const values = columns.map(
    ({ name, isId }) => expressions[`${table}.${name}`] ?? (isId ? `${copied(name)}::uuid` : name),
  )
  const names = columns.map(({ name }) => name).join(', ')
  await tx.unsafe(`
    insert into ${table} (${names})
    select ${values.join(', ')}
    from (select sorted.*, generate_series(2, ${countries}) as nth
      from (select * from ${model} order by 1) sorted) copy`)
}

/** The instant of the model's id, then a version and number of the copy's own. */
function copied(id: string): string {
  return `(left(${id}::text, 14) || ${mark} || substr(${id}::text, 19))`
}
