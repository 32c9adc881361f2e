/** A counter window under an arch. */
export function Logo() {
  return (
    <span className="flex items-center gap-2.5 font-bold text-lg tracking-[-0.01em]">
      <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
        <rect x="1.5" y="1.5" width="27" height="27" rx="6" fill="var(--brand)" />
        <g fill="none" stroke="var(--on-brand)" strokeWidth="2.4" strokeLinecap="round">
          <path d="M8 21V12.5a7 7 0 0 1 14 0V21" />
          <path d="M6.8 21.2h16.4" />
        </g>
        <circle cx="15" cy="15" r="1.9" fill="var(--on-brand)" />
      </svg>
      Officina
    </span>
  )
}
