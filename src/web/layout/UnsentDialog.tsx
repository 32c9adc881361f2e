import { Trans } from '@lingui/react/macro'
import { Button } from '../design-system/Button.tsx'
import { Dialog } from '../design-system/Dialog.tsx'

/** Before signing out, when the server does not have everything yet. */
export function UnsentDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog
      title={<Trans>Some of your work has not been sent yet</Trans>}
      isOpen
      isAlert
      onClose={onStay}
      actions={
        <>
          <Button onPress={onStay}>
            <Trans>Stay signed in</Trans>
          </Button>
          <Button look="quiet" onPress={onLeave}>
            <Trans>Sign out anyway</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          It is kept on this device and goes out when you sign in here again. If others use this
          computer, stay until it is sent.
        </Trans>
      </p>
    </Dialog>
  )
}
