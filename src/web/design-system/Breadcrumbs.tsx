import { useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'

/** From the widest to the place itself, which is not a link. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly { label: string; to?: string }[] }) {
  const { t } = useLingui()
  return (
    <nav aria-label={t`You are here`}>
      <ol className="flex flex-wrap gap-x-2 text-ink-3 text-sm">
        {crumbs.map(({ label, to }, index) => (
          <li key={`${label}${to}`} className="flex gap-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            {to ? <Link to={to}>{label}</Link> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
