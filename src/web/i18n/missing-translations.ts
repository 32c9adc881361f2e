/** Texts of a PO file without translation, or whose translation lost a variable or a tag. Obsolete entries do not count. */
export function missingTranslations(po: string): string[] {
  return po
    .split(/\n\n+/)
    .filter((entry) => !entry.includes('#~'))
    .map((entry) => ({ id: field(entry, 'msgid'), text: field(entry, 'msgstr') }))
    .filter(({ id, text }) => id !== '' && !isComplete(id, text))
    .map(({ id }) => id)
}

function isComplete(id: string, text: string): boolean {
  return text !== '' && marksOf(id).every((mark) => text.includes(mark))
}

function field(entry: string, name: string): string {
  const lines = entry.match(new RegExp(`^${name} ((?:".*"\\n?)+)`, 'm'))?.[1] ?? ''
  return [...lines.matchAll(/"(.*)"/g)].map((line) => line[1]).join('')
}

/** `{time}`, `{count, plural`, `<0>`: each has to be in the translation too. */
function marksOf(text: string): string[] {
  return text.match(/\{\w+(?:\}|, \w+)|<\/?\d+\/?>/g) ?? []
}
