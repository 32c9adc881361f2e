import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { AriaLanguage } from './AriaLanguage.tsx'
import { IconButton } from './IconButton.tsx'

/** Asks or shows one thing above the page; Escape and a press beside it close it. Buttons go into `actions`. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  isAlert = false,
  isPending = false,
  width = 'normal',
}: {
  title: React.ReactNode
  isOpen: boolean
  onClose: () => void
  children: React.ReactNode
  actions?: React.ReactNode
  /** Something will be lost: only a button closes it. */
  isAlert?: boolean
  /** What was asked for is being done: closed now, it could be asked for twice. */
  isPending?: boolean
  width?: 'normal' | 'wide'
}) {
  const { t } = useLingui()
  return (
    <AriaLanguage>
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={(open) => !open && onClose()}
        isDismissable={!isAlert && !isPending}
        isKeyboardDismissDisabled={isPending}
        className="fixed inset-0 z-50 flex items-end justify-center bg-scrim sm:items-center sm:p-6"
      >
        <Modal
          className={`max-h-[92dvh] w-full overflow-auto rounded-t-lg border border-line bg-surface text-ink sm:rounded-lg ${width === 'wide' ? 'sm:max-w-3xl' : 'sm:max-w-lg'}`}
        >
          <AriaDialog
            role={isAlert ? 'alertdialog' : 'dialog'}
            className="grid gap-4 p-5 outline-none sm:p-7"
          >
            <div className="flex items-start gap-4">
              <Heading slot="title" className="flex-1 pt-1.5 text-xl">
                {title}
              </Heading>
              {!isAlert && (
                <IconButton
                  icon={X}
                  label={t`Close`}
                  onPress={onClose}
                  isDisabled={isPending}
                  className="-me-2 -mt-1"
                />
              )}
            </div>
            <div className="grid gap-4">{children}</div>
            {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  )
}
