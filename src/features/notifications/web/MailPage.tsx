import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Breadcrumbs } from '../../../web/design-system/Breadcrumbs.tsx'
import { Callout } from '../../../web/design-system/Callout.tsx'
import { PageHeader } from '../../../web/design-system/PageHeader.tsx'
import { Tag } from '../../../web/design-system/Tag.tsx'
import { usePageTitle } from '../../../web/layout/page-title.tsx'
import { paths } from '../../../web/paths.ts'
import { MailFate } from './MailFate.tsx'
import { stateTones, stateWords } from './mail-words.ts'
import { mailQueries } from './queries.ts'
import { SendAgain } from './SendAgain.tsx'

/** One mail as its reader gets it, and what became of it. */
export function MailPage() {
  const { t } = useLingui()
  const { mailId = '' } = useParams()
  const { data: mail } = useSuspenseQuery(mailQueries.mail(mailId))
  usePageTitle(mail.subject)
  return (
    <div className="grid gap-7">
      <PageHeader
        above={
          <Breadcrumbs crumbs={[{ label: t`Mails`, to: paths.mails() }, { label: t`Mail` }]} />
        }
        title={mail.subject}
        lede={<span className="break-all">{mail.recipient}</span>}
      />
      <div className="grid items-start gap-x-11 gap-y-8 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <section className="grid gap-4">
          {mail.linksHidden && (
            <Callout tone="info" title={<Trans>Links are left out</Trans>}>
              <Trans>
                This mail has a link that opens an account. Only who manages that account sees it.
              </Trans>
            </Callout>
          )}
          <pre
            lang={mail.language}
            className="whitespace-pre-wrap break-words rounded-lg border border-line bg-surface p-5 font-sans text-base sm:p-7"
          >
            {mail.body}
          </pre>
        </section>
        <section className="grid gap-5">
          <div className="flex flex-wrap items-center gap-3">
            <h2>
              <Trans>What became of it</Trans>
            </h2>
            <Tag tone={stateTones[mail.state]}>{t(stateWords[mail.state])}</Tag>
          </div>
          <MailFate mail={mail} />
          {mail.maySendAgain && (mail.state === 'failed' || mail.state === 'kept') && (
            <SendAgain mailId={mail.id} />
          )}
          <p className="text-ink-3 text-sm">
            <Trans>That you read this mail is on record.</Trans>
          </p>
        </section>
      </div>
    </div>
  )
}
