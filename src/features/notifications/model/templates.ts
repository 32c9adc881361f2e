import type { Language } from '../../../contract/primitives.ts'
import { formatDate } from './format-date.ts'

export type MailText = { subject: string; body: string }
export type MailData = Record<string, string | number | null>
type Template = Record<Language, (data: MailData) => MailText>

const text = (data: MailData, key: string) => String(data[key] ?? '')
/** A course may wait without a due date; its reminders say so. */
const due: Record<Language, (data: MailData) => string> = {
  en: ({ dueOn }) => (dueOn ? `Due: ${formatDate(String(dueOn), 'en')}` : 'It has no due date.'),
  pl: ({ dueOn }) =>
    dueOn ? `Termin: ${formatDate(String(dueOn), 'pl')}` : 'Szkolenie nie ma terminu.',
  hu: ({ dueOn }) =>
    dueOn ? `Határidő: ${formatDate(String(dueOn), 'hu')}` : 'A képzésnek nincs határideje.',
}

/** "18 November 2026, 10:42": the installation's time, as the event gives it (`2026-11-18T10:42`). */
const moment = (data: MailData, language: Language) => {
  const [day = '', time = ''] = text(data, 'at').split('T')
  return `${formatDate(day, language)}, ${time}`
}

const footer: Record<Language, string> = {
  en: '\n\nOfficina – training in your office\nThis message was sent automatically. Your training officer answers questions.',
  pl: '\n\nOfficina – szkolenia w Twoim urzędzie\nWiadomość wysłano automatycznie. Na pytania odpowiada koordynator szkoleń.',
  hu: '\n\nOfficina – képzések az Ön hivatalában\nEz automatikus üzenet. Kérdéseire a képzési referens válaszol.',
}

const mail = (language: Language, subject: string, lines: string[]): MailText => ({
  subject,
  body: lines.join('\n\n') + footer[language],
})

/** Every mail in three languages. Values stand after a colon or on a line of their own: nothing is inflected. */
export const templates = {
  'password-reset': {
    en: (data) =>
      mail('en', 'Set a new password', [
        'Good day,',
        'You asked to set a new password. Open this link within one hour:',
        text(data, 'link'),
        'If it was not you, do nothing: your password stays as it is.',
      ]),
    pl: (data) =>
      mail('pl', 'Ustaw nowe hasło', [
        'Dzień dobry,',
        'Otrzymaliśmy prośbę o ustawienie nowego hasła. Otwórz ten odnośnik w ciągu godziny:',
        text(data, 'link'),
        'Jeśli prośba nie pochodzi od Ciebie, nic nie rób: hasło pozostaje bez zmian.',
      ]),
    hu: (data) =>
      mail('hu', 'Új jelszó beállítása', [
        'Jó napot kívánunk!',
        'Új jelszó beállítását kérték az Ön fiókjához. Nyissa meg ezt a hivatkozást egy órán belül:',
        text(data, 'link'),
        'Ha nem Ön kérte, nincs teendője: a jelszava változatlan marad.',
      ]),
  },
  invitation: {
    en: (data) =>
      mail('en', 'Your account in Officina', [
        'Good day,',
        'An account was made for you in the training system of your office. Open this link and choose a password:',
        text(data, 'link'),
        'The link works for seven days. Later, use “Forgotten password” on the sign-in page.',
      ]),
    pl: (data) =>
      mail('pl', 'Twoje konto w systemie Officina', [
        'Dzień dobry,',
        'W systemie szkoleń Twojego urzędu utworzono dla Ciebie konto. Otwórz ten odnośnik i ustaw hasło:',
        text(data, 'link'),
        'Odnośnik działa przez siedem dni. Później skorzystaj z opcji „Nie pamiętam hasła” na stronie logowania.',
      ]),
    hu: (data) =>
      mail('hu', 'Az Ön fiókja az Officina rendszerben', [
        'Jó napot kívánunk!',
        'Fiókot hoztunk létre Önnek a hivatal képzési rendszerében. Nyissa meg ezt a hivatkozást, és válasszon jelszót:',
        text(data, 'link'),
        'A hivatkozás hét napig él. Később használja a bejelentkező oldalon az „Elfelejtett jelszó” lehetőséget.',
      ]),
  },
  'new-device': {
    en: (data) =>
      mail('en', 'Your account was used on a new device', [
        'Good day,',
        'Somebody signed in to your account on a device that has not been used before.',
        `When: ${moment(data, 'en')}\nDevice: ${text(data, 'device') || 'unknown'}\nNetwork address: ${text(data, 'address')}`,
        'If it was you, there is nothing to do.',
        `If it was not, change your password and end that session: ${text(data, 'link')}`,
      ]),
    pl: (data) =>
      mail('pl', 'Logowanie z nowego urządzenia', [
        'Dzień dobry,',
        'Na Twoje konto zalogowano się z urządzenia, które nie było dotąd używane.',
        `Kiedy: ${moment(data, 'pl')}\nUrządzenie: ${text(data, 'device') || 'nieznane'}\nAdres sieciowy: ${text(data, 'address')}`,
        'Jeśli to Twoje logowanie, nie trzeba nic robić.',
        `Jeśli nie, zmień hasło i zakończ tę sesję: ${text(data, 'link')}`,
      ]),
    hu: (data) =>
      mail('hu', 'Bejelentkezés új eszközről', [
        'Jó napot kívánunk!',
        'Az Ön fiókjába olyan eszközről jelentkeztek be, amelyet eddig nem használtak.',
        `Időpont: ${moment(data, 'hu')}\nEszköz: ${text(data, 'device') || 'ismeretlen'}\nHálózati cím: ${text(data, 'address')}`,
        'Ha Ön volt, nincs teendője.',
        `Ha nem Ön volt, módosítsa a jelszavát, és zárja le ezt a munkamenetet: ${text(data, 'link')}`,
      ]),
  },
  'first-administrator': {
    en: (data) =>
      mail('en', 'Set up Officina', [
        'Good day,',
        'Open this link once to create the first administrator:',
        text(data, 'link'),
      ]),
    pl: (data) =>
      mail('pl', 'Uruchomienie systemu Officina', [
        'Dzień dobry,',
        'Otwórz ten jednorazowy odnośnik, aby utworzyć konto pierwszego administratora:',
        text(data, 'link'),
      ]),
    hu: (data) =>
      mail('hu', 'Az Officina beállítása', [
        'Jó napot kívánunk!',
        'Nyissa meg ezt az egyszer használható hivatkozást az első rendszergazda létrehozásához:',
        text(data, 'link'),
      ]),
  },
  'course-assigned': {
    en: (data) =>
      mail('en', `New course: ${text(data, 'course')}`, [
        'Good day,',
        'A course was assigned to you:',
        text(data, 'course'),
        due.en(data),
        `Begin here: ${text(data, 'link')}`,
      ]),
    pl: (data) =>
      mail('pl', `Nowe szkolenie: ${text(data, 'course')}`, [
        'Dzień dobry,',
        'Przydzielono Ci szkolenie:',
        text(data, 'course'),
        due.pl(data),
        `Zacznij tutaj: ${text(data, 'link')}`,
      ]),
    hu: (data) =>
      mail('hu', `Új képzés: ${text(data, 'course')}`, [
        'Jó napot kívánunk!',
        'Új képzést rendeltek Önhöz:',
        text(data, 'course'),
        due.hu(data),
        `Itt kezdheti el: ${text(data, 'link')}`,
      ]),
  },
  reminder: {
    en: (data) =>
      mail('en', `Reminder: ${text(data, 'course')}`, [
        'Good day,',
        'This course waits for you:',
        text(data, 'course'),
        due.en(data),
        `Lessons done: ${text(data, 'lessonsDone')} of ${text(data, 'lessonsTotal')}`,
        `Continue where you were: ${text(data, 'link')}`,
      ]),
    pl: (data) =>
      mail('pl', `Przypomnienie: ${text(data, 'course')}`, [
        'Dzień dobry,',
        'Czeka na Ciebie szkolenie:',
        text(data, 'course'),
        due.pl(data),
        `Ukończone lekcje: ${text(data, 'lessonsDone')} z ${text(data, 'lessonsTotal')}`,
        `Wróć do przerwanego miejsca: ${text(data, 'link')}`,
      ]),
    hu: (data) =>
      mail('hu', `Emlékeztető: ${text(data, 'course')}`, [
        'Jó napot kívánunk!',
        'Ez a képzés vár Önre:',
        text(data, 'course'),
        due.hu(data),
        `Elvégzett leckék: ${text(data, 'lessonsDone')} / ${text(data, 'lessonsTotal')}`,
        `Folytassa ott, ahol abbahagyta: ${text(data, 'link')}`,
      ]),
  },
  'due-date-changed': {
    en: (data) =>
      mail('en', `New due date: ${text(data, 'course')}`, [
        'Good day,',
        'The due date of your course was changed:',
        text(data, 'course'),
        due.en(data),
        `To the course: ${text(data, 'link')}`,
      ]),
    pl: (data) =>
      mail('pl', `Nowy termin: ${text(data, 'course')}`, [
        'Dzień dobry,',
        'Zmieniono termin szkolenia:',
        text(data, 'course'),
        due.pl(data),
        `Przejdź do szkolenia: ${text(data, 'link')}`,
      ]),
    hu: (data) =>
      mail('hu', `Új határidő: ${text(data, 'course')}`, [
        'Jó napot kívánunk!',
        'Megváltozott az Ön képzésének határideje:',
        text(data, 'course'),
        due.hu(data),
        `A képzéshez: ${text(data, 'link')}`,
      ]),
  },
  'group-message': {
    en: (data) =>
      mail('en', text(data, 'subject'), [text(data, 'message'), `From: ${text(data, 'from')}`]),
    pl: (data) =>
      mail('pl', text(data, 'subject'), [text(data, 'message'), `Od: ${text(data, 'from')}`]),
    hu: (data) =>
      mail('hu', text(data, 'subject'), [text(data, 'message'), `Feladó: ${text(data, 'from')}`]),
  },
} satisfies Record<string, Template>

export type TemplateName = keyof typeof templates

/** Whose link opens an account to whoever holds it: not for everyone who may read mails. */
export const secretLinkTemplates: readonly string[] = [
  'password-reset',
  'invitation',
  'first-administrator',
] satisfies TemplateName[]

export const withoutLinks = (body: string): string => body.replaceAll(/https?:\/\/\S+/g, '[…]')

export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(templates, name)
