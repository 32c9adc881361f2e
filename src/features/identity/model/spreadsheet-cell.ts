/** A spreadsheet runs what begins like a formula: an apostrophe in front makes it text (OWASP, CSV injection). */
export const harmlessCell = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
