import { Trans } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { Icon } from './Icon.tsx'

/** What every field has around its control. */
export type FieldWords = {
  label: React.ReactNode
  /** One sentence below the label: what to enter, in which form. Never a placeholder. */
  hint?: React.ReactNode
  /** What is wrong, in the same words as in the error summary. */
  error?: string | undefined
  /** Marks the field as one that may stay empty. */
  optional?: boolean | undefined
}

export const inputLook =
  'min-h-11 w-full rounded-md border border-line-strong bg-surface px-3.5 py-2 text-ink hover:border-ink disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken aria-invalid:border-2 aria-invalid:border-late data-invalid:border-2 data-invalid:border-late'

export const labelLook = 'font-semibold text-ink'
export const hintLook = 'text-ink-2 text-sm'

export function OptionalMark() {
  return (
    <span className="font-normal text-ink-3">
      {' '}
      <Trans>(may stay empty)</Trans>
    </span>
  )
}

/** A mark beside the words: an error is never told by red alone. */
export function Problem({ id, children }: { id?: string; children: React.ReactNode }) {
  return (
    <span {...(id && { id })} className="flex items-start gap-1.5 font-semibold text-late">
      <Icon of={TriangleAlert} size={18} className="mt-[0.2em]" />
      <span>{children}</span>
    </span>
  )
}
