import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { SearchField } from '../../../web/design-system/SearchField.tsx'
import { useFormat } from '../../../web/i18n/format.ts'
import { paths } from '../../../web/paths.ts'
import { type MailState, mailStates, mostCounted } from '../contract.ts'
import { stateWords } from './mail-words.ts'
import type { MailFilter } from './queries.ts'

const pauseMs = 300

/** Search and state, both in the address; the states with how many mails are in each. */
export function MailFilterBar({
  filter,
  countsByState,
}: {
  filter: MailFilter
  countsByState: Partial<Record<MailState, number>>
}) {
  const { t } = useLingui()
  const format = useFormat()
  const [search] = useSearchParams()
  const count = (state: MailState) => countsByState[state] ?? 0
  const all = mailStates.reduce((sum, state) => sum + count(state), 0)
  const isAllKnown = mailStates.every((state) => count(state) <= mostCounted)
  const words = (found: number, isKnown: boolean) =>
    isKnown ? format.number(found) : `${format.number(mostCounted)}+`
  const links = [
    { state: undefined, label: t`All`, count: words(all, isAllKnown) },
    ...mailStates.map((state) => ({
      state,
      label: t(stateWords[state]),
      count: words(count(state), count(state) <= mostCounted),
    })),
  ]
  return (
    <div className="grid gap-4">
      <div className="max-w-120">
        <SearchBox initial={filter.query} />
      </div>
      <nav aria-label={t`Mails by state`}>
        <ul className="flex flex-wrap gap-x-1 border-line border-b">
          {links.map((link) => (
            <li key={link.label}>
              <Link
                to={withParameter(search, 'state', link.state)}
                preventScrollReset
                aria-current={link.state === filter.state ? 'true' : undefined}
                className="-mb-px inline-flex min-h-11 items-center gap-2 border-transparent border-b-3 px-3 text-ink-2 no-underline hover:border-b-line-strong hover:text-ink aria-[current=true]:border-b-brand aria-[current=true]:font-semibold aria-[current=true]:text-ink"
              >
                {link.label}
                <span className="font-normal text-sm">{link.count}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

/** Typing waits for a pause before it becomes the address; Enter does not wait. */
function SearchBox({ initial }: { initial: string }) {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const [text, setText] = useState(initial)
  const show = (query: string) => {
    const to = withParameter(search, 'search', query.trim() || undefined)
    if (query.trim() !== initial) navigate(to, { replace: true, preventScrollReset: true })
  }
  useEffect(() => {
    const timer = setTimeout(() => show(text), pauseMs)
    return () => clearTimeout(timer)
  })
  return (
    <SearchField
      label={t`Search by address or subject`}
      value={text}
      onChange={setText}
      onSubmit={show}
      maxLength={200}
    />
  )
}

function withParameter(search: URLSearchParams, name: string, value: string | undefined): string {
  const next = new URLSearchParams(search)
  if (value) next.set(name, value)
  else next.delete(name)
  const query = next.toString()
  return query ? `${paths.mails()}?${query}` : paths.mails()
}
