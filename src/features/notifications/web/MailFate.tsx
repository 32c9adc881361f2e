import { Trans, useLingui } from '@lingui/react/macro'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useFormat } from '../../../web/i18n/format.ts'
import type { notifications } from '../contract.ts'
import { kindOf } from './mail-words.ts'

type Mail = InferContractRouterOutputs<typeof notifications>['mail']

/** When it was written, tried, sent; what the mail server said. */
export function MailFate({ mail }: { mail: Mail }) {
  const { t } = useLingui()
  const format = useFormat()
  const kind = kindOf(mail.template)
  const facts: { term: React.ReactNode; value: React.ReactNode }[] = [
    { term: <Trans>Kind</Trans>, value: kind ? t(kind) : mail.template },
    { term: <Trans>Written</Trans>, value: format.dateTime(mail.createdAt) },
  ]
  if (mail.attempts > 0)
    facts.push({ term: <Trans>Attempts</Trans>, value: format.number(mail.attempts) })
  if (mail.sentAt) facts.push({ term: <Trans>Sent</Trans>, value: format.dateTime(mail.sentAt) })
  if (mail.nextAttemptAt)
    facts.push({ term: <Trans>Next attempt</Trans>, value: format.dateTime(mail.nextAttemptAt) })
  if (mail.lastError)
    facts.push({
      term: <Trans>Reason it failed</Trans>,
      value: (
        <span lang="en" className="break-words text-late">
          {mail.lastError}
        </span>
      ),
    })
  return (
    <dl className="border-line border-t">
      {facts.map(({ term, value }, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: facts stand in a fixed order
          key={index}
          className="grid grid-cols-[8.5rem_1fr] gap-4 border-line border-b py-2.5"
        >
          <dt className="text-ink-3">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
