export type ButtonLook = 'primary' | 'quiet' | 'danger' | 'link'

const looks: Record<ButtonLook, string> = {
  primary:
    'min-h-11 border border-transparent bg-brand px-5 text-on-brand hover:bg-brand-strong hover:text-on-brand',
  quiet:
    'min-h-11 border border-line-strong bg-transparent px-5 text-ink hover:border-ink hover:bg-sunken hover:text-ink',
  danger:
    'min-h-11 border border-late bg-transparent px-5 text-late hover:bg-late-soft hover:text-late',
  link: 'min-h-6 text-brand underline decoration-1 underline-offset-3 hover:text-brand-strong hover:decoration-2',
}

/** Buttons and links that look like buttons are drawn alike. */
export function buttonLook(look: ButtonLook): string {
  const shape =
    'inline-flex items-center justify-center gap-2 rounded-md text-center font-semibold leading-tight transition-colors duration-150'
  // Paper cannot be pressed; what reads as a link may be part of a sentence.
  const onItsOwn = look === 'link' ? '' : 'no-print py-2 no-underline hover:no-underline'
  return `${shape} ${onItsOwn} ${looks[look]}`
}
