import { useLingui } from '@lingui/react/macro'
import { useNavigation } from 'react-router'

/** Shows that the next page is on its way, once that takes longer than 300 ms. */
export function PendingBar() {
  const { t } = useLingui()
  if (useNavigation().state === 'idle') return null
  return (
    <div
      role="progressbar"
      aria-label={t`The page is loading`}
      className="grow-bar fixed inset-x-0 top-0 z-50 h-1 origin-left bg-brand"
    />
  )
}
