import { v7 } from 'uuid'

/** UUID v7: sorts by creation time. */
export const newId = (): string => v7()

/** An id as an ltree label: ltree allows no hyphens before PostgreSQL 16. */
export const pathLabel = (id: string): string => id.replaceAll('-', '')
