export type TagTone = 'due' | 'late' | 'done' | 'info' | 'neutral'

const tones: Record<TagTone, string> = {
  due: 'bg-due-soft text-due',
  late: 'bg-late-soft text-late',
  done: 'bg-done-soft text-done',
  info: 'bg-info-soft text-info',
  neutral: 'bg-sunken text-ink-2',
}

/** A state in a word or two; the tone only underlines it. */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: React.ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border border-transparent px-2.5 py-0.5 font-semibold text-sm [.contrast_&]:border-current ${tones[tone]}`}
    >
      {children}
    </span>
  )
}
