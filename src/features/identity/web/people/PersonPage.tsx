import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { Breadcrumbs } from '../../../../web/design-system/Breadcrumbs.tsx'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Callout } from '../../../../web/design-system/Callout.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { languageNames } from '../../../../web/i18n/language.ts'
import { usePageTitle } from '../../../../web/layout/page-title.tsx'
import { paths } from '../../../../web/paths.ts'
import { Facts } from '../Facts.tsx'
import { identityQueries } from '../queries.ts'
import { useJobRoleName } from '../use-words-language.ts'
import { AccountActions } from './AccountActions.tsx'
import { EndGrantDialog } from './EndGrantDialog.tsx'
import { GrantDialog } from './GrantDialog.tsx'
import { GrantList, type GrantRow } from './GrantList.tsx'

export function PersonPage() {
  const { t } = useLingui()
  const format = useFormat()
  const jobRole = useJobRoleName()
  const { personId = '' } = useParams()
  const { data } = useSuspenseQuery(identityQueries.person(personId))
  const { person, placements, grants, may } = data
  const [isGranting, setIsGranting] = useState(false)
  const [ending, setEnding] = useState<GrantRow | null>(null)
  usePageTitle(person.displayName)

  return (
    <div className="grid gap-10">
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[{ label: t`People`, to: paths.people() }, { label: person.displayName }]}
          />
        }
        title={person.displayName}
        lede={[jobRole(person.jobRole), person.unitName].filter(Boolean).join(' · ')}
        actions={may.manage && <AccountActions person={person} />}
      />
      {!person.active && (
        <Callout tone="late" title={<Trans>This account is closed</Trans>}>
          {person.deactivatedAt ? (
            <Trans>
              Since {format.date(person.deactivatedAt)}. Signing in is not possible; courses and
              results stay on record.
            </Trans>
          ) : (
            <Trans>Signing in is not possible; courses and results stay on record.</Trans>
          )}
        </Callout>
      )}
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="roles" className="grid content-start gap-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="roles">
              <Trans>Roles</Trans>
            </h2>
            {may.grant && person.active && (
              <Button look="quiet" onPress={() => setIsGranting(true)}>
                <Trans>Grant a role</Trans>
              </Button>
            )}
          </div>
          <GrantList grants={grants} onEnd={setEnding} />
        </section>
        <div className="grid content-start gap-10">
          <section aria-labelledby="profile" className="grid gap-4">
            <h2 id="profile">
              <Trans>Profile</Trans>
            </h2>
            <Facts
              facts={[
                [
                  t`E-mail address`,
                  <a key="mail" href={`mailto:${person.email}`} className="break-all">
                    {person.email}
                  </a>,
                ],
                [t`Personnel number`, person.externalId],
                [t`Job role`, jobRole(person.jobRole)],
                [t`Employed from`, person.hiredOn && format.date(person.hiredOn)],
                [t`Language`, languageNames[person.language]],
                [
                  t`Last sign-in`,
                  person.lastSignInAt ? format.dateTime(person.lastSignInAt) : t`never yet`,
                ],
              ]}
            />
          </section>
          <section aria-labelledby="placements" className="grid gap-4">
            <h2 id="placements">
              <Trans>Offices so far</Trans>
            </h2>
            <ul className="border-line border-t">
              {placements.map((placement) => (
                <li
                  key={`${placement.unitId}${placement.from}`}
                  className="border-line border-b py-3"
                >
                  <span className="font-semibold">{placement.unitName}</span>
                  <span className="block text-ink-2 text-sm">
                    {placement.lastDay
                      ? t`${format.date(placement.from)} – ${format.date(placement.lastDay)}`
                      : t`since ${format.date(placement.from)}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      {isGranting && (
        <GrantDialog
          personId={person.id}
          personName={person.displayName}
          onClose={() => setIsGranting(false)}
        />
      )}
      {ending && <EndGrantDialog grant={ending} onClose={() => setEnding(null)} />}
    </div>
  )
}
