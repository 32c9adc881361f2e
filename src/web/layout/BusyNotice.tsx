import { Trans } from '@lingui/react/macro'
import { Hourglass } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { queryClient } from '../api.ts'
import { Icon } from '../design-system/Icon.tsx'
import { waitsForServer } from '../waits-for-server.ts'

/** What passes within this time needs no words. */
const quietMs = 3_000

/** Stands below the header while the server has too much to do and the app waits to ask again. */
export function BusyNotice() {
  const isWaiting = useSyncExternalStore(subscribe, waitsForServer)
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    if (!isWaiting) return setIsShown(false)
    const timer = window.setTimeout(() => setIsShown(true), quietMs)
    return () => window.clearTimeout(timer)
  }, [isWaiting])
  return (
    <div role="status" className="no-print">
      {isShown && (
        <p className="flex items-center justify-center gap-3 border-info border-b bg-info-soft px-4 py-2 text-info">
          <Icon of={Hourglass} />
          <Trans>
            The server is very busy just now. This page keeps asking by itself; what you saved is
            safe.
          </Trans>
        </p>
      )}
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  const stops = [
    queryClient.getQueryCache().subscribe(listener),
    queryClient.getMutationCache().subscribe(listener),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
