import type { Language } from '../../../contract/primitives.ts'
import type { PersonRow } from '../contract.ts'

/** Headings and words of exported files, in the reader's language. */
export const exportWords: Record<
  Language,
  {
    units: string[]
    people: string[]
    states: Record<PersonRow['state'], string>
    unitsFile: string
    peopleFile: string
  }
> = {
  en: {
    units: [
      'Office',
      'People',
      'All',
      'Completed',
      'On the way',
      'Overdue',
      'Not begun',
      'Completed, %',
    ],
    people: [
      'Person',
      'Unit',
      'Course',
      'State',
      'Due',
      'Lessons done',
      'Lessons',
      'Completed on',
      'Quiz result, %',
    ],
    states: {
      completed: 'completed',
      'on-the-way': 'on the way',
      overdue: 'overdue',
      'not-begun': 'not begun',
    },
    unitsFile: 'offices',
    peopleFile: 'people',
  },
  pl: {
    units: [
      'Urząd',
      'Osoby',
      'Wszystkie',
      'Ukończone',
      'W trakcie',
      'Po terminie',
      'Nierozpoczęte',
      'Ukończone, %',
    ],
    people: [
      'Osoba',
      'Komórka organizacyjna',
      'Szkolenie',
      'Stan',
      'Termin',
      'Ukończone lekcje',
      'Lekcje',
      'Data ukończenia',
      'Wynik testu, %',
    ],
    states: {
      completed: 'ukończone',
      'on-the-way': 'w trakcie',
      overdue: 'po terminie',
      'not-begun': 'nierozpoczęte',
    },
    unitsFile: 'urzedy',
    peopleFile: 'osoby',
  },
  hu: {
    units: [
      'Hivatal',
      'Létszám',
      'Összes',
      'Elvégzett',
      'Folyamatban',
      'Lejárt határidejű',
      'El nem kezdett',
      'Elvégzett, %',
    ],
    people: [
      'Név',
      'Szervezeti egység',
      'Képzés',
      'Állapot',
      'Határidő',
      'Elvégzett leckék',
      'Leckék',
      'Elvégzés napja',
      'Teszteredmény, %',
    ],
    states: {
      completed: 'elvégezve',
      'on-the-way': 'folyamatban',
      overdue: 'lejárt határidő',
      'not-begun': 'nincs elkezdve',
    },
    unitsFile: 'hivatalok',
    peopleFile: 'szemelyek',
  },
}
