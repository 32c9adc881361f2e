import type { Chance } from './chance.ts'

const polishWomen = [
  'Agnieszka',
  'Anna',
  'Barbara',
  'Beata',
  'Dorota',
  'Ewa',
  'Joanna',
  'Katarzyna',
  'Magdalena',
  'Małgorzata',
  'Monika',
  'Renata',
  'Aleksandra',
  'Edyta',
  'Elżbieta',
  'Halina',
  'Iwona',
  'Jolanta',
  'Justyna',
  'Karolina',
  'Marta',
  'Sylwia',
  'Urszula',
  'Wioletta',
]
const polishMen = [
  'Andrzej',
  'Jacek',
  'Krzysztof',
  'Marcin',
  'Marek',
  'Michał',
  'Paweł',
  'Piotr',
  'Rafał',
  'Tomasz',
  'Adam',
  'Dariusz',
  'Grzegorz',
  'Mariusz',
  'Zbigniew',
]
const sameForBoth = [
  'Nowak',
  'Wójcik',
  'Mazur',
  'Kowalczyk',
  'Wrona',
  'Sawa',
  'Pawlak',
  'Bielak',
  'Gajda',
  'Kuśmierz',
  'Sołtys',
  'Wójtowicz',
  'Bednarz',
  'Chmiel',
  'Czapla',
  'Flis',
  'Jastrząb',
  'Kozioł',
  'Kruk',
  'Niedziela',
  'Pietrzak',
  'Stec',
  'Szymczak',
  'Zięba',
  'Skiba',
  'Pyć',
]
const byGender = [
  'Kowalsk',
  'Lewandowsk',
  'Zielińsk',
  'Jabłońsk',
  'Góreck',
  'Wiśniewsk',
  'Baranowsk',
  'Grabowsk',
  'Jankowsk',
  'Krajewsk',
  'Malinowsk',
  'Nowick',
  'Ostrowsk',
  'Urbańsk',
  'Witkowsk',
  'Sadowsk',
  'Zawadzk',
  'Borkowsk',
]
const hungarianWomen = [
  'Ágnes',
  'Anikó',
  'Beáta',
  'Erika',
  'Eszter',
  'Ildikó',
  'Judit',
  'Katalin',
  'Krisztina',
  'Mónika',
  'Réka',
  'Zsuzsanna',
]
const hungarianMen = [
  'András',
  'Attila',
  'Balázs',
  'Csaba',
  'Gábor',
  'István',
  'László',
  'Péter',
  'Tamás',
  'Zoltán',
]
const hungarianFamilies = [
  'Nagy',
  'Kovács',
  'Tóth',
  'Szabó',
  'Horváth',
  'Varga',
  'Kiss',
  'Molnár',
  'Németh',
  'Farkas',
  'Balogh',
  'Lakatos',
  'Takács',
  'Juhász',
  'Mészáros',
  'Simon',
  'Rácz',
  'Fekete',
]

export type PersonName = { given: string; family: string; display: string; sort: string }

export function drawName(country: 'pl' | 'hu', chance: Chance): PersonName {
  const isWoman = chance.happens(0.72)
  return country === 'pl' ? polishName(isWoman, chance) : hungarianName(isWoman, chance)
}

function polishName(isWoman: boolean, chance: Chance): PersonName {
  const given = chance.pick(isWoman ? polishWomen : polishMen)
  const family = chance.happens(0.6)
    ? chance.pick(sameForBoth)
    : chance.pick(byGender) + (isWoman ? 'a' : 'i')
  return { given, family, display: `${given} ${family}`, sort: `${family} ${given}` }
}

function hungarianName(isWoman: boolean, chance: Chance): PersonName {
  const family = chance.pick(hungarianFamilies)
  if (isWoman && chance.happens(0.08)) {
    const given = wifeOf(chance.pick(hungarianMen))
    return { given, family, display: `${family} ${given}`, sort: `${family} ${given}` }
  }
  const given = chance.pick(isWoman ? hungarianWomen : hungarianMen)
  return { given, family, display: `${family} ${given}`, sort: `${family} ${given}` }
}

/** László – Lászlóné, Csaba – Csabáné. */
const wifeOf = (husband: string): string => `${husband.replace(/a$/, 'á').replace(/e$/, 'é')}né`

/** For addresses: without accents, spaces as dots. */
export const asciiName = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.')
    .replaceAll(/^\.|\.$/g, '')
