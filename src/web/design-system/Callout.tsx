export type CalloutTone = 'info' | 'due' | 'late' | 'done' | 'neutral'

const sides: Record<CalloutTone, string> = {
  info: 'border-s-info',
  due: 'border-s-due',
  late: 'border-s-late',
  done: 'border-s-done',
  neutral: 'border-s-line-strong',
}

/** A remark beside the flow; the heading says in a word why it stands out. */
export function Callout({
  tone = 'info',
  title,
  children,
}: {
  tone?: CalloutTone
  title?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <div className={`border-s-3 py-1 ps-4.5 text-ink-2 ${sides[tone]}`}>
      {title && <p className="font-semibold text-ink">{title}</p>}
      {children}
    </div>
  )
}
