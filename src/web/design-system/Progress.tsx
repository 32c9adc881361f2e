/** How far something is, as a bar; `label` says of what, and the figure stands in words nearby. */
export function Progress({
  share,
  label,
  className = '',
}: {
  /** From 0 to 1. */
  share: number
  label: string
  className?: string
}) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={`h-2 overflow-hidden rounded-full border border-line bg-sunken forced-colors:border-[CanvasText] ${className}`}
    >
      <div
        className="h-full bg-brand [print-color-adjust:exact] forced-colors:bg-[Highlight]"
        style={{ width: `${percent}%` }}
      />
    </div>
  )
}
