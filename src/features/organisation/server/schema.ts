import { boolean, date, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { MunicipalityType, UnitKind } from '../model/unit-kind.ts'
import { ltree } from './ltree.ts'

export const unit = pgTable('unit', {
  id: uuid().primaryKey(),
  parentId: uuid('parent_id'),
  path: ltree().notNull(),
  kind: text().$type<UnitKind>().notNull(),
  municipalityType: text('municipality_type').$type<MunicipalityType>(),
  country: text().$type<'pl' | 'hu'>().notNull(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  code: text(),
  isOffice: boolean('is_office').notNull(),
  openedOn: date('opened_on').notNull(),
  closedOn: date('closed_on'),
  mergedIntoId: uuid('merged_into_id'),
})

export const unitPlacement = pgTable('unit_placement', {
  id: uuid().primaryKey(),
  unitId: uuid('unit_id').notNull(),
  parentId: uuid('parent_id'),
  path: ltree().notNull(),
  name: text().notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to'),
  reason: text().notNull().default(''),
})
