import type { Language } from '../../../contract/primitives.ts'

type Names = Record<Language, string>

export const topics = {
  'client-service': { en: 'Client service', pl: 'Obsługa klienta', hu: 'Ügyfélszolgálat' },
  procedure: {
    en: 'Administrative procedure',
    pl: 'Postępowanie administracyjne',
    hu: 'Közigazgatási eljárás',
  },
  'e-government': {
    en: 'E-government tools',
    pl: 'Narzędzia e-administracji',
    hu: 'E-közigazgatási eszközök',
  },
  'data-protection': { en: 'Data protection', pl: 'Ochrona danych', hu: 'Adatvédelem' },
  'plain-language': { en: 'Plain language', pl: 'Prosty język', hu: 'Közérthető fogalmazás' },
  wellbeing: { en: 'Stress and wellbeing', pl: 'Stres i dobrostan', hu: 'Stressz és jóllét' },
} satisfies Record<string, Names>

/** Job roles a course is written for; people's `job_role` uses the same keys. */
export const audiences = {
  'one-stop-shop-clerk': {
    en: 'One-stop-shop clerks',
    pl: 'Pracownicy punktu obsługi mieszkańców',
    hu: 'Kormányablak-ügyintézők',
  },
  'general-clerk': { en: 'General clerks', pl: 'Referenci i podinspektorzy', hu: 'Ügyintézők' },
  inspector: { en: 'Inspectors', pl: 'Osoby prowadzące kontrole', hu: 'Hatósági ellenőrök' },
  head: { en: 'Heads of unit', pl: 'Kierownicy komórek', hu: 'Vezetők' },
} satisfies Record<string, Names>

export type Topic = keyof typeof topics
export type Audience = keyof typeof audiences
export const isTopic = (value: string): value is Topic => Object.hasOwn(topics, value)
export const isAudience = (value: string): value is Audience => Object.hasOwn(audiences, value)
