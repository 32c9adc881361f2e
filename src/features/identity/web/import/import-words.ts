import { msg } from '@lingui/core/macro'

export const fileErrorWords = {
  PAYLOAD_TOO_LARGE: msg`The file is larger than 25 MB. Split it and import the parts one after the other.`,
  FILE_REFUSED: (data: unknown) =>
    fileWords[String(Reflect.get(Object(data), 'reason'))] ?? unreadable,
  FORBIDDEN: msg`You may not import people into this office.`,
}

const unreadable = msg`This file cannot be read. Save it as CSV or XLSX and try again.`

const fileWords: Record<string, typeof unreadable> = {
  'too-large': fileErrorWords.PAYLOAD_TOO_LARGE,
  'too-many-rows': msg`The file has more than 20,000 rows. Split it and import the parts one after the other.`,
  'too-many-columns': msg`The file has more than 100 columns. Keep only those that are needed.`,
  empty: msg`There is nothing in this file below the headings.`,
  unreadable,
}

export const runErrorWords = {
  FIELDS_MISSING: msg`Some columns that every person needs are not chosen yet.`,
  WRONG_STATE: msg`This import has been applied or discarded in the meantime. Reload the page.`,
  FAULTY_ROWS: msg`Some rows are faulty. Say that they are to be left out, or correct the file.`,
  CHANGED_SINCE: msg`People or offices changed in the meantime, so the file was checked again. Look at the result, then decide.`,
}
