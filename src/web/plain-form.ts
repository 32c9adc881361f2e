/** For comparing what somebody types with names: accents and capital letters do not matter. */
export const plainForm = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLocaleLowerCase()
