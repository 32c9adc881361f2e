import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ErrorWords } from '../../../../web/errors.tsx'
import { formatFor, localDate } from '../../../../web/i18n/format.ts'

/** Refusals of a change of the tree, in words. */
export const changeErrorWords: ErrorWords = {
  FORBIDDEN: msg`You answer for this unit, but not for the one you chose.`,
  BAD_DAY: badDay,
  UNIT_CLOSED: unitClosed,
  CIRCLE: msg`A unit cannot stand below itself, nor be merged into what is below it.`,
  KIND_NOT_ALLOWED: msg`A unit of this type cannot stand there. Choose another place or another type.`,
  CODE_TAKEN: msg`Another unit has this code. Check the register.`,
  NOT_EMPTY: notEmpty,
}

function badDay(data: unknown) {
  const earliest = textIn(data, 'earliest')
  if (earliest > localDate(new Date()))
    return msg`Something here changed today already. Try again tomorrow.`
  const first = dateText(earliest)
  return msg`The day may not lie in the future, nor before the last change here. First day possible: ${first}`
}

function unitClosed(data: unknown) {
  const day = dateText(textIn(data, 'closedOn'))
  return msg`One of the two units is closed. Day of closing: ${day}`
}

function notEmpty(data: unknown) {
  const [people, units] = [numberIn(data, 'people'), numberIn(data, 'units')]
  return msg`There is still something here. People: ${people}, units below: ${units}. Move them first, or merge the unit into another.`
}

const dateText = (date: string) => formatFor(i18n.locale).date(date)
const valueIn = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined
const textIn = (data: unknown, key: string): string => String(valueIn(data, key) ?? '')
const numberIn = (data: unknown, key: string): number => Number(valueIn(data, key) ?? 0)
