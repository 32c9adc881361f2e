export const popoverLook =
  'max-h-80 min-w-(--trigger-width) overflow-auto rounded-lg border border-line-strong bg-surface p-1 text-ink shadow-raised'

export const optionLook =
  'flex min-h-11 cursor-default items-center gap-3 rounded-md px-3 py-2 -outline-offset-3 data-focused:bg-sunken data-selected:font-semibold data-disabled:text-ink-3'
