import { Trans } from '@lingui/react/macro'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'

/** The outline on narrow screens: a sheet that opens over the lesson. */
export function OutlineSheet({
  isOpen,
  onClose,
  children,
}: {
  isOpen: boolean
  onClose: () => void
  children: React.ReactNode
}) {
  return (
    <Dialog title={<Trans>Contents</Trans>} isOpen={isOpen} onClose={onClose}>
      {children}
    </Dialog>
  )
}
