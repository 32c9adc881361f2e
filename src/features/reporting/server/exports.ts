import type { Language } from '../../../contract/primitives.ts'
import type { PersonRow, UnitRow } from '../contract.ts'
import { exportWords } from '../model/headings.ts'
import type { TableFile } from '../model/table-file.ts'

export function unitsTable(rows: readonly UnitRow[], language: Language, asOf: string): TableFile {
  const words = exportWords[language]
  return {
    name: `${words.unitsFile}-${asOf}`,
    headings: words.units,
    rows: rows.map((row) => [
      row.name,
      row.people,
      row.all,
      row.completed,
      row.onTheWay,
      row.overdue,
      row.notBegun,
      row.all === 0 ? null : percent(row.completed / row.all),
    ]),
  }
}

export function peopleTable(
  rows: readonly PersonRow[],
  language: Language,
  asOf: string,
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
      row.completedAt?.slice(0, 10) ?? null,
      row.quizShare === null ? null : percent(row.quizShare),
    ]),
  }
}

/** One decimal. */
const percent = (share: number) => Math.round(share * 1000) / 10
