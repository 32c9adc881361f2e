/** The id of a heading: its words without accents, joined by hyphens; numbered when it stands there already. */
export function slug(text: string, taken: readonly string[]): string {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'l')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  for (let number = 2; ; number++) {
    const id = number === 2 ? plain : `${plain}-${number - 1}`
    if (!taken.includes(id)) return id
  }
}
