import { Trans } from '@lingui/react/macro'

/** Rows in the shape of what comes; shown only when that takes longer than 300 ms. */
export function Skeleton({ rows = 4, look = 'rows' }: { rows?: number; look?: 'rows' | 'text' }) {
  return (
    <div role="status" className="appear-late">
      <span className="sr-only">
        <Trans>Loading…</Trans>
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: all alike
          key={index}
          aria-hidden="true"
          className={look === 'rows' ? 'border-line border-b py-4' : 'py-1.5'}
        >
          <div
            className="h-4 rounded-sm bg-line"
            style={{ width: `${[62, 48, 71, 55][index % 4]}%` }}
          />
          {look === 'rows' && <div className="mt-2 h-3 w-1/4 rounded-sm bg-sunken" />}
        </div>
      ))}
    </div>
  )
}
