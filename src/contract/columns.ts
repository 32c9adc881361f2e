import { z } from 'zod'

/** Many rows of one shape, sent as one list a field: without each name repeated in every row. */
export type Columns<Row> = { [Field in keyof Row]: Row[Field][] }

/** The schema of such rows from that of one. */
export function columnsOf<Shape extends z.ZodRawShape>(row: z.ZodObject<Shape>) {
  const lists = Object.entries(row.shape).map(([field, value]) => [field, z.array(value)])
  // Object.fromEntries loses which field has which type.
  return z.object(Object.fromEntries(lists) as { [Field in keyof Shape]: z.ZodArray<Shape[Field]> })
}

/** The rows again. Throws when a list is shorter or longer than another: then nobody knows which belongs to whom. */
export function rowsOf<Row extends object>(columns: Columns<Row>): Row[] {
  const fields = Object.keys(columns) as (keyof Row)[] // Object.keys forgets whose keys they are
  const lengths = new Set(fields.map((field) => columns[field].length))
  if (lengths.size > 1) throw new Error('columns of different lengths')
  const [length = 0] = lengths
  return Array.from({ length }, (_, index) => {
    const row: Partial<Row> = {}
    for (const field of fields) row[field] = columns[field][index] as Row[keyof Row] // within the length
    return row as Row // every field is there now
  })
}
