import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../../../web/design-system/Disclosure.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import type { EnrolmentPast } from '../../contract/enrolment.ts'

const words: Record<EnrolmentPast['change'], MessageDescriptor> = {
  enrolled: msg`Enrolment`,
  started: msg`First lesson opened`,
  'lesson-completed': msg`Lesson completed`,
  'quiz-passed': msg`Quiz passed`,
  completed: msg`Course completed`,
  withdrawn: msg`Course left`,
  released: msg`Released from the course`,
  'due-changed': msg`Due date changed`,
  'version-changed': msg`Change to a newer version`,
}

/** What happened to the enrolment, newest first. */
export function EnrolmentHistory({ history }: { history: readonly EnrolmentPast[] }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Disclosure title={<Trans>History</Trans>}>
      <ol className="grid gap-2">
        {history.map(({ at, change, by }) => (
          <li key={`${at}${change}`} className="grid">
            <span>
              {t(words[change])}
              {by && <span className="text-ink-3"> · {by}</span>}
            </span>
            <time dateTime={at} className="text-ink-3 text-sm">
              {format.dateTime(at)}
            </time>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
