export const minimumPasswordLength = 12

export type PasswordFault = 'too-short' | 'too-common' | 'too-personal'

/**
 * Why a new password is refused; null when it is good. Length counts, composition does not
 * (NIST SP 800-63B, 5.1.1.2): only what attackers try first is refused.
 * @param words what belongs to the person or the system: her names, her e-mail, "officina"
 */
export function passwordFault(password: string, words: readonly string[]): PasswordFault | null {
  if ([...password].length < minimumPasswordLength) return 'too-short'
  const plain = plainForm(password)
  if (isMonotonous(plain) || isCommon(plain)) return 'too-common'
  const own = words
    .flatMap((word) => plainForm(word).split(/[^\p{L}\d]+/u))
    .filter((word) => word.length >= 3)
    .sort((one, other) => other.length - one.length)
  const rest = own.reduce((text, word) => text.replaceAll(word, ''), plain)
  return rest !== plain && rest.length < 8 ? 'too-personal' : null
}

const plainForm = (text: string) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')

/** Few different characters, or a run of the keyboard or alphabet repeated. */
function isMonotonous(password: string): boolean {
  if (new Set(password).size < 5) return true
  const period = (password + password).indexOf(password, 1)
  return period < password.length && period <= 6
}

function isCommon(password: string): boolean {
  const core = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const undisguised = [...core].map((sign) => disguises[sign] ?? sign).join('')
  return [password, undisguised].some((text) => {
    const rest = commonParts.reduce((left, part) => left.replaceAll(part, ''), text)
    // Digits and signs around a common word are what guessing tools add first.
    return rest.replace(/[^\p{L}]/gu, '').length < 3
  })
}

const disguises: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** What leaked lists begin with, in the languages of the house; longest first. */
const commonParts = [
  'abcdefghijklmnopqrstuvwxyz',
  'administrator',
  'qwertyuiop',
  'qwertzuiop',
  'administracja',
  'kormanyhivatal',
  'correcthorsebatterystaple',
  'szerelem',
  'asdfghjkl',
  'password',
  'passwort',
  'wojewodztwo',
  'jelszavam',
  'superman',
  'iloveyou',
  'football',
  'sunshine',
  'princess',
  'zaq12wsx',
  'computer',
  'internet',
  'trustno',
  'welcome',
  'zxcvbnm',
  'mojehaslo',
  'letmein',
  'starwars',
  'abcdefgh',
  'qazwsxedc',
  'qazwsx',
  'qwerty',
  'qwertz',
  'jelszo',
  'hivatal',
  'polska',
  'magyar',
  'budapest',
  'warszawa',
  'monkey',
  'dragon',
  'master',
  'secret',
  'titkos',
  'kochamcie',
  'kochanie',
  'haslo',
  'urzad',
  'gmina',
  'admin',
  'lublin',
  'login',
  'hello',
  'summer',
  'winter',
  'wiosna',
  'lato',
  'zima',
  'jesien',
  'test',
  'pass',
  'love',
  'abc',
  'asd',
  'qwe',
].sort((one, other) => other.length - one.length)
