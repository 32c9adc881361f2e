/** A table ready to be written as CSV or XLSX: one heading row, then rows of texts and numbers. */
export type TableFile = { name: string; headings: string[]; rows: (string | number | null)[][] }

/** A text a spreadsheet would run as a formula is prefixed, as OWASP advises on CSV injection. */
export const safeCell = (value: string | number | null): string | number =>
  value === null
    ? ''
    : typeof value === 'string' && /^[=+\-@\t\r]/.test(value)
      ? `'${value}`
      : value
