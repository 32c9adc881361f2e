import { useMatches } from 'react-router'
import type { PageHandle } from '../page-handle.ts'

/** What stands around the page that is shown. */
export function useFrame(): PageHandle['frame'] {
  // `handle` is untyped in the router; only PageHandle is ever put there.
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined)
  return handles.findLast((handle) => handle?.frame)?.frame
}
