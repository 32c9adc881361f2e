import { type Columns, rowsOf } from '../../../contract/columns.ts'
import type { Language } from '../../../contract/primitives.ts'
import type { MemberRow } from '../contract/groups.ts'
import { type CellState, lessonStateAt } from './lesson-cells.ts'

const words: Record<
  Language,
  {
    headings: string[]
    states: Record<MemberRow['state'], string>
    cells: Record<CellState, string>
  }
> = {
  en: {
    headings: ['Person', 'Unit', 'State', 'Due', 'Quiz result, %'],
    states: {
      enrolled: 'not begun',
      started: 'on the way',
      completed: 'completed',
      withdrawn: 'withdrawn',
      released: 'released',
    },
    cells: { done: 'done', begun: 'begun', open: '' },
  },
  pl: {
    headings: ['Osoba', 'Komórka organizacyjna', 'Stan', 'Termin', 'Wynik testu, %'],
    states: {
      enrolled: 'nierozpoczęte',
      started: 'w trakcie',
      completed: 'ukończone',
      withdrawn: 'rezygnacja',
      released: 'zwolnienie z obowiązku',
    },
    cells: { done: 'ukończona', begun: 'rozpoczęta', open: '' },
  },
  hu: {
    headings: ['Név', 'Szervezeti egység', 'Állapot', 'Határidő', 'Teszteredmény, %'],
    states: {
      enrolled: 'nincs elkezdve',
      started: 'folyamatban',
      completed: 'elvégezve',
      withdrawn: 'visszalépett',
      released: 'felmentve',
    },
    cells: { done: 'elvégezve', begun: 'elkezdve', open: '' },
  },
}

/** The matrix to take out: one row a member with facts of the person, then one column a lesson. */
export function groupTable(
  group: {
    lessons: readonly { title: string }[]
    units: readonly string[]
    members: Columns<MemberRow>
  },
  language: Language,
): { headings: string[]; rows: (string | number | null)[][] } {
  const { headings, states, cells } = words[language]
  return {
    headings: [...headings, ...group.lessons.map(({ title }) => title)],
    rows: rowsOf<MemberRow>(group.members).map((member) => [
      member.displayName,
      group.units[member.unit] ?? '',
      states[member.state],
      member.dueOn,
      member.quizBestShare === null ? null : Math.round(member.quizBestShare * 1000) / 10,
      ...group.lessons.map((_, index) => cells[lessonStateAt(member.cells, index)]),
    ]),
  }
}
