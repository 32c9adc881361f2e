/** Initials in a circle; decoration beside a name, never instead of one. */
export function Avatar({ initials }: { initials: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-[2.125rem] shrink-0 place-items-center rounded-full bg-brand-soft font-bold text-brand-strong text-sm"
    >
      {initials}
    </span>
  )
}
