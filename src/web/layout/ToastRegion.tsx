import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Icon } from '../design-system/Icon.tsx'
import { dismiss, subscribeToToasts, toasts } from '../design-system/toast.ts'

const sides = {
  done: 'border-s-done',
  info: 'border-s-info',
  late: 'border-s-late',
}

/** Short news after an action. Refusals stay until they are closed; good news leaves by itself. */
export function ToastRegion() {
  const { t } = useLingui()
  const shown = useSyncExternalStore(subscribeToToasts, toasts)
  return (
    <section
      aria-label={t`Notifications`}
      className="no-print pointer-events-none fixed inset-x-4 bottom-20 z-50 grid justify-items-center gap-2 wide:bottom-6"
    >
      <div aria-live="polite" className="grid gap-2">
        {shown.map(({ id, tone, text, action }) => (
          <div
            key={id}
            className={`pointer-events-auto flex max-w-xl items-center gap-3 rounded-md border border-line-strong border-s-4 bg-surface py-2 ps-4 pe-2 shadow-raised ${sides[tone]}`}
          >
            <p>{text}</p>
            {action && (
              <button
                type="button"
                onClick={() => {
                  action.run()
                  dismiss(id)
                }}
                className="min-h-9 px-2 font-semibold text-brand underline underline-offset-3"
              >
                {action.label}
              </button>
            )}
            <button
              type="button"
              aria-label={t`Close the message`}
              onClick={() => dismiss(id)}
              className="grid size-9 shrink-0 place-items-center rounded-md hover:bg-sunken"
            >
              <Icon of={X} />
            </button>
          </div>
        ))}
      </div>
    </section>
  )
}
