import type { Language } from '../../../contract/primitives.ts'
import type { PersonRow } from '../contract.ts'

/** Headings and words of exported files, in the reader's language. */
export const exportWords: Record<
  Language,
  {
    units: string[]
    people: string[]
    /** Where two offices share a name, the type tells them apart. */
    municipalityTypes: Record<string, string>
    states: Record<PersonRow['state'], string>
    /** After the name of the unit itself: who belongs to none of the units listed. */
    rest: string
    unitsFile: string
    peopleFile: string
  }
> = {
  en: {
    units: [
      'Office',
      'Municipality type',
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
    municipalityTypes: {
      urban: 'urban',
      'urban-rural': 'urban-rural',
      rural: 'rural',
      city: 'city with county rights',
    },
    states: {
      completed: 'completed',
      'on-the-way': 'on the way',
      overdue: 'overdue',
      'not-begun': 'not begun',
    },
    rest: '(outside the units listed)',
    unitsFile: 'offices',
    peopleFile: 'people',
  },
  pl: {
    units: [
      'Urząd',
      'Rodzaj gminy',
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
    municipalityTypes: {
      urban: 'miejska',
      'urban-rural': 'miejsko-wiejska',
      rural: 'wiejska',
      city: 'miasto na prawach powiatu',
    },
    states: {
      completed: 'ukończone',
      'on-the-way': 'w trakcie',
      overdue: 'po terminie',
      'not-begun': 'nierozpoczęte',
    },
    rest: '(poza wymienionymi jednostkami)',
    unitsFile: 'urzedy',
    peopleFile: 'osoby',
  },
  hu: {
    units: [
      'Hivatal',
      'Település típusa',
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
    municipalityTypes: {
      urban: 'városi',
      'urban-rural': 'városi és falusi',
      rural: 'falusi',
      city: 'járási jogú város',
    },
    states: {
      completed: 'elvégezve',
      'on-the-way': 'folyamatban',
      overdue: 'lejárt határidő',
      'not-begun': 'nincs elkezdve',
    },
    rest: '(a felsorolt egységeken kívül)',
    unitsFile: 'hivatalok',
    peopleFile: 'szemelyek',
  },
}
