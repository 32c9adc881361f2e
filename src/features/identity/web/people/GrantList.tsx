import { Trans, useLingui } from '@lingui/react/macro'
import type { Role } from '../../../../contract/permission.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Tag } from '../../../../web/design-system/Tag.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { roleDeeds, roleNames } from '../role-names.ts'

export type GrantRow = {
  id: string
  role: Role
  unitName: string
  from: string
  lastDay: string | null
  state: 'ahead' | 'in-force' | 'ended'
  grantedBy: string | null
  reason: string
  mayEnd: boolean
}

/** Every role a person has, had or will have; ended ones stay as history. */
export function GrantList({
  grants,
  onEnd,
}: {
  grants: readonly GrantRow[]
  onEnd?: (grant: GrantRow) => void
}) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <ul className="border-ink border-t-2">
      <li className="border-line border-b py-3">
        <span className="font-semibold">{t(roleNames.learner)}</span>
        <span className="block text-ink-2 text-sm">
          <Trans>Everybody is a learner; nobody needs to grant it.</Trans>
        </span>
      </li>
      {grants.map((grant) => (
        <li
          key={grant.id}
          className="flex flex-wrap items-start gap-x-6 gap-y-2 border-line border-b py-3"
        >
          <div className="min-w-0 flex-1 basis-72">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className={grant.state === 'ended' ? 'text-ink-2' : 'font-semibold'}>
                {t(roleNames[grant.role])}
              </span>
              {grant.state === 'ended' && <Tag>{t`ended`}</Tag>}
              {grant.state === 'ahead' && <Tag tone="info">{t`begins later`}</Tag>}
            </p>
            <p className="text-ink-2">
              <Trans>Where: {grant.unitName}, and everything below</Trans>
            </p>
            <p className="text-ink-2 text-sm">
              {grant.lastDay
                ? t`${format.date(grant.from)} – ${format.date(grant.lastDay)}`
                : t`since ${format.date(grant.from)}`}
              {grant.state !== 'ended' && ` · ${t(roleDeeds[grant.role])}`}
            </p>
            {(grant.grantedBy || grant.reason) && (
              <p className="text-ink-3 text-sm">
                {grant.grantedBy && t`Granted by: ${grant.grantedBy}`}
                {grant.grantedBy && grant.reason && ' · '}
                {grant.reason}
              </p>
            )}
          </div>
          {grant.mayEnd && onEnd && (
            <Button
              look="link"
              aria-label={t`End the role: ${t(roleNames[grant.role])}, ${grant.unitName}`}
              onPress={() => onEnd(grant)}
            >
              <Trans>End</Trans>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
