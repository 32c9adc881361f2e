import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Callout } from '../../../../web/design-system/Callout.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { Facts } from '../Facts.tsx'
import { GrantList } from '../people/GrantList.tsx'
import { identityQueries } from '../queries.ts'
import { useJobRoleName } from '../use-words-language.ts'

export function ProfilePage() {
  const { t } = useLingui()
  const format = useFormat()
  const jobRole = useJobRoleName()
  const { data } = useSuspenseQuery(identityQueries.profile())
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
      <section aria-labelledby="on-file" className="grid content-start gap-4">
        <h2 id="on-file">
          <Trans>On file</Trans>
        </h2>
        <Facts
          facts={[
            [t`First and last name`, data.displayName],
            [
              t`E-mail address`,
              <span key="mail" className="break-all">
                {data.email}
              </span>,
            ],
            [t`Office`, data.unitName],
            [t`Job role`, jobRole(data.jobRole)],
            [t`Personnel number`, data.externalId],
            [t`Employed from`, data.hiredOn && format.date(data.hiredOn)],
          ]}
        />
        <Callout tone="neutral">
          <Trans>
            These come from your office’s personnel system. If something is wrong, tell your
            administrator; it is corrected there.
          </Trans>
        </Callout>
      </section>
      <section aria-labelledby="my-roles" className="grid content-start gap-4">
        <h2 id="my-roles">
          <Trans>My roles</Trans>
        </h2>
        <GrantList grants={data.grants} />
      </section>
    </div>
  )
}
