import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Callout } from '../../../web/design-system/Callout.tsx'
import { useFormat } from '../../../web/i18n/format.ts'
import { upkeepQueries } from './queries.ts'

/** For administrators; nothing while backups are well, or when nobody can tell. */
export function BackupNotice() {
  const { t } = useLingui()
  const format = useFormat()
  const { data } = useQuery(upkeepQueries.backups())
  if (!data?.warning) return null
  const date = data.lastAt ? format.dateTime(data.lastAt) : ''
  const titles = {
    none: t`There is no backup yet`,
    old: t`Last backup: ${date}`,
    failed: t`The last backup did not succeed`,
  }
  const reasons = {
    'no-space': t`There is no room left where backups are kept.`,
    'no-access': t`The folder for backups cannot be written.`,
    other: t`The server’s log says why it failed.`,
  }
  return (
    <Callout tone={data.warning === 'failed' ? 'due' : 'late'} title={titles[data.warning]}>
      <p>
        {data.failure && reasons[data.failure]}{' '}
        {data.warning === 'failed' ? (
          <Trans>
            Last good one: {date}. The server tries again by itself. If this stays, tell whoever
            runs the server.
          </Trans>
        ) : (
          <Trans>
            If the server broke, what is not in a backup would be lost. Tell whoever runs the
            server.
          </Trans>
        )}
      </p>
    </Callout>
  )
}
