import { type PersonDraft, type RowLookups, readRow } from './import-row.ts'
import type { ImportFault, ImportMapping } from './import-shape.ts'

/** A person on file, as far as an import compares it. */
export type OnFile = Omit<PersonDraft, 'role' | 'languageGiven'> & {
  id: string
  active: boolean
  inReach: boolean
  /** Holds a role somewhere outside the reach: then nothing about her account may be changed from here. */
  hasRoleBeyond: boolean
  /** Roles in force, `role:unitId`. */
  grants: readonly string[]
}

/** Numbered as a spreadsheet shows it: headings are row 1. */
export type FileRow = { rowNumber: number; cells: readonly string[] }

export type CheckedRow =
  | { outcome: 'faulty'; faults: ImportFault[] }
  | { outcome: 'create'; draft: PersonDraft }
  | { outcome: 'update' | 'unchanged'; draft: PersonDraft; person: OnFile }

export type CheckLookups = RowLookups & {
  byExternalId: ReadonlyMap<string, OnFile>
  byEmail: ReadonlyMap<string, OnFile>
}

/**
 * The dry run: what each row would do, or why it cannot. People are met again by external id; one on file
 * without an external id is met by e-mail and gets the id. Same rows and same file: always the same answer.
 */
export function checkRows(
  rows: readonly FileRow[],
  mapping: ImportMapping,
  lookups: CheckLookups,
): CheckedRow[] {
  const rowByEmail = new Map<string, number>()
  const rowByExternalId = new Map<string, number>()
  return rows.map(({ rowNumber, cells }) => {
    const { draft, faults } = readRow(cells, mapping, lookups)
    collide(rowByEmail, draft.email, 'email', 'duplicate-email-in-file')
    collide(rowByExternalId, draft.externalId, 'externalId', 'duplicate-id-in-file')
    const person = meet(draft)
    if (person && (!person.inReach || (person.hasRoleBeyond && differs(draft, person))))
      faults.push({ field: 'email', code: 'person-out-of-reach', value: draft.email })
    if (faults.length > 0) return { outcome: 'faulty', faults }
    if (!person) return { outcome: 'create', draft }
    return { outcome: differs(draft, person) ? 'update' : 'unchanged', draft, person }

    function collide(
      seen: Map<string, number>,
      key: string | null,
      field: ImportFault['field'],
      code: ImportFault['code'],
    ) {
      if (!key) return
      const row = seen.get(key)
      if (row === undefined) seen.set(key, rowNumber)
      else faults.push({ field, code, value: key, row })
    }
    function meet({ externalId, email }: PersonDraft): OnFile | null {
      const byId = externalId === null ? undefined : lookups.byExternalId.get(externalId)
      const byEmail = lookups.byEmail.get(email)
      if (byId && byEmail && byId.id !== byEmail.id)
        faults.push({ field: 'email', code: 'email-taken', value: email })
      if (byId) return byId
      if (byEmail && externalId !== null && byEmail.externalId !== null)
        faults.push({ field: 'email', code: 'email-taken', value: email })
      return byEmail ?? null
    }
  })
}

/** Fields the file does not give (null) leave what is on file as it is. */
function differs(draft: PersonDraft, person: OnFile): boolean {
  const always = ['givenName', 'familyName', 'displayName', 'email', 'unitId'] as const
  const given = ['externalId', 'jobRole', 'hiredOn'] as const
  return (
    !person.active ||
    (draft.languageGiven && draft.language !== person.language) ||
    always.some((field) => draft[field] !== person[field]) ||
    given.some((field) => draft[field] !== null && draft[field] !== person[field]) ||
    (draft.role !== null && !person.grants.includes(`${draft.role}:${draft.unitId}`))
  )
}

export const summaryOf = (rows: readonly { outcome: CheckedRow['outcome'] }[]) => {
  const summary = { create: 0, update: 0, unchanged: 0, faulty: 0 }
  for (const { outcome } of rows) summary[outcome] += 1
  return summary
}
export type ImportSummary = ReturnType<typeof summaryOf>
