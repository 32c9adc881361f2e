import { isOfficeKind } from '../../features/organisation/model/unit-kind.ts'
import type { Chance } from './chance.ts'
import type { Row } from './copy-rows.ts'
import { openedOn, type SeedUnit } from './units.ts'

export const unitRow = (unit: SeedUnit): Row => ({
  id: unit.id,
  parent_id: unit.parentId,
  path: unit.path,
  kind: unit.kind,
  municipality_type: unit.municipalityType,
  country: unit.country,
  name: unit.name,
  short_name: unit.shortName,
  code: unit.code,
  is_office: isOfficeKind(unit.kind),
  opened_on: openedOn,
})

export const placementRow = (unit: SeedUnit, chance: Chance): Row => ({
  id: chance.id(new Date(`${openedOn}T08:00:00Z`)),
  unit_id: unit.id,
  parent_id: unit.parentId,
  path: unit.path,
  name: unit.name,
  valid_from: openedOn,
  valid_to: null,
  reason: '',
})
