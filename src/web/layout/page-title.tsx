import { useLingui } from '@lingui/react/macro'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useMatches } from 'react-router'
import type { PageHandle } from '../page-handle.ts'

type Titles = { title: string; setOwnTitle: (title: string | null) => void }
const TitleContext = createContext<Titles>({ title: 'Officina', setOwnTitle: () => {} })

/** Keeps the document's title true to the route, or to what the page says of itself. */
export function TitleProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui()
  const [ownTitle, setOwnTitle] = useState<string | null>(null)
  // `handle` is untyped in the router; only PageHandle is ever put there.
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined)
  const routeTitle = handles.findLast((handle) => handle?.title)?.title
  const title = ownTitle ?? (routeTitle ? t(routeTitle) : 'Officina')
  useEffect(() => {
    document.title = title === 'Officina' ? title : `${title} – Officina`
  }, [title])
  return <TitleContext value={{ title, setOwnTitle }}>{children}</TitleContext>
}

/** For pages whose title depends on what they show: a course, a person. */
export function usePageTitle(title: string): void {
  const { setOwnTitle } = useContext(TitleContext)
  useEffect(() => {
    setOwnTitle(title)
    return () => setOwnTitle(null)
  }, [title, setOwnTitle])
}

export const useCurrentTitle = () => useContext(TitleContext).title
