import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../design-system/Button.tsx'
import { Dialog } from '../../design-system/Dialog.tsx'

export function DialogSamples() {
  const [shown, setShown] = useState<'none' | 'plain' | 'alert'>('none')
  const close = () => setShown('none')
  return (
    <div className="flex flex-wrap gap-3">
      <Button look="quiet" onPress={() => setShown('plain')}>
        <Trans>Open a dialog</Trans>
      </Button>
      <Button look="quiet" onPress={() => setShown('alert')}>
        <Trans>Open a warning</Trans>
      </Button>
      <Dialog
        title={<Trans>Extend the due date?</Trans>}
        isOpen={shown === 'plain'}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>
              <Trans>Extend</Trans>
            </Button>
            <Button look="quiet" onPress={close}>
              <Trans>Leave it as it is</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>The three people selected are told by mail.</Trans>
        </p>
      </Dialog>
      <Dialog
        isAlert
        title={<Trans>Discard this import?</Trans>}
        isOpen={shown === 'alert'}
        onClose={close}
        actions={
          <>
            <Button look="danger" onPress={close}>
              <Trans>Discard</Trans>
            </Button>
            <Button look="quiet" onPress={close}>
              <Trans>Keep it</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>Nobody has been added yet. The uploaded file is deleted.</Trans>
        </p>
      </Dialog>
    </div>
  )
}
