import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import type { PersonRow } from '../../contract.ts'
import type { Remind } from './use-remind.ts'

/** One mail to each row shown that may have one; says how many before it sends. */
export function RemindAll({ rows, remind }: { rows: readonly PersonRow[]; remind: Remind }) {
  const { t } = useLingui()
  const [isAsking, setIsAsking] = useState(false)
  const count = rows.length
  const people = new Set(rows.map(({ personId }) => personId)).size
  const send = () => {
    remind.send(rows.map(({ enrolmentId }) => enrolmentId))
    setIsAsking(false)
  }
  return (
    <div className="no-print">
      <Button
        look="quiet"
        onPress={() => setIsAsking(true)}
        isDisabled={count === 0}
        isPending={remind.isPending}
      >
        <Icon of={BellRing} size={18} />
        <Trans>Remind all shown</Trans>
      </Button>
      <Dialog
        title={t`${plural(count, { one: 'Send # reminder?', other: 'Send # reminders?' })}`}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button onPress={send}>
              <Trans>Send</Trans>
            </Button>
            <Button look="quiet" onPress={() => setIsAsking(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <p>
          {t`${plural(people, { one: 'One mail a course goes to # person, with the due date and a link to the place of reading.', other: 'One mail a course goes to # people, with the due date and a link to the place of reading.' })}`}
        </p>
        <p className="text-ink-2">
          <Trans>Who was reminded today already gets no second mail.</Trans>
        </p>
      </Dialog>
    </div>
  )
}
