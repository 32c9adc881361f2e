import { Trans } from '@lingui/react/macro'
import { onlineManager } from '@tanstack/react-query'
import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Icon } from '../design-system/Icon.tsx'

/** Stands below the header while the device has no connection. */
export function OfflineNotice() {
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  )
  return (
    <div role="status" className="no-print">
      {online ? null : (
        <p className="flex items-center justify-center gap-3 border-due border-b bg-due-soft px-4 py-2 text-due">
          <Icon of={WifiOff} />
          <Trans>
            No connection. What you have opened stays readable; what you do is sent when you are
            online again.
          </Trans>
        </p>
      )}
    </div>
  )
}
