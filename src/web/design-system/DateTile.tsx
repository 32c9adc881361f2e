import { useFormat } from '../i18n/format.ts'

const sides = {
  due: 'border-s-due',
  late: 'border-s-late',
  neutral: 'border-s-line-strong',
}

/** A date at the head of a row: month above day, with the state at its side. */
export function DateTile({
  date,
  tone = 'neutral',
}: {
  /** Civil date. */
  date: string
  tone?: keyof typeof sides
}) {
  const format = useFormat()
  return (
    <time dateTime={date} className={`block w-fit border-s-3 ps-3 leading-tight ${sides[tone]}`}>
      <span className="sr-only">{format.date(date)}</span>
      <span aria-hidden="true">
        <span className="block text-ink-3 text-sm">{format.month(date)}</span>
        <b className="block font-bold text-xl">{Number(date.slice(8))}</b>
      </span>
    </time>
  )
}
