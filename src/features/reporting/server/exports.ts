import type { Language } from '../../../contract/primitives.ts'
import type { TableFile } from '../../../server/table-file.ts'
import { civilDateOf } from '../../../server/today.ts'
import type { PersonRow, UnitRow } from '../contract.ts'
import { exportWords } from '../model/export-words.ts'
import { wholePercent } from '../model/whole-percent.ts'

export function unitsTable(rows: readonly UnitRow[], language: Language, asOf: string): TableFile {
  const words = exportWords[language]
  return {
    name: `${words.unitsFile}-${asOf}`,
    headings: words.units,
    rows: rows.map((row) => [
      row.isRest ? `${row.name} ${words.rest}` : row.name,
      row.municipalityType === null
        ? null
        : (words.municipalityTypes[row.municipalityType] ?? null),
      row.people,
      row.all,
      row.completed,
      row.onTheWay,
      row.overdue,
      row.notBegun,
      wholePercent(row.completed, row.all),
    ]),
  }
}

export function peopleTable(
  rows: readonly Omit<PersonRow, 'remindedAt'>[],
  language: Language,
  asOf: string,
  timeZone: string,
): TableFile {
  const words = exportWords[language]
  return {
    name: `${words.peopleFile}-${asOf}`,
    headings: words.people,
    rows: rows.map((row) => [
      row.displayName,
      row.unitName,
      row.courseTitle,
      words.states[row.state],
      row.dueOn,
      row.lessonsDone,
      row.lessonsTotal,
      row.completedAt === null ? null : civilDateOf(new Date(row.completedAt), timeZone),
      row.quizShare === null ? null : Math.round(row.quizShare * 100),
    ]),
  }
}
