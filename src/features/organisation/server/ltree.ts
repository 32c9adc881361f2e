import { customType } from 'drizzle-orm/pg-core'

/** A path of labels from the root down, joined by dots. */
export const ltree = customType<{ data: string }>({ dataType: () => 'ltree' })
