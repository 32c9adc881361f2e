import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Table } from '../../../../web/design-system/Table.tsx'
import { Tag } from '../../../../web/design-system/Tag.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { deviceName } from '../../model/device-name.ts'
import { api, client, identityQueries } from '../queries.ts'
import { activityName } from './activity-words.ts'
import { PasskeysSection } from './PasskeysSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { TwoFactorSection } from './TwoFactorSection.tsx'

export function SecurityPage() {
  const { t } = useLingui()
  const format = useFormat()
  const errorText = useErrorText()
  const queryClient = useQueryClient()
  const { data } = useSuspenseQuery(identityQueries.security())
  const settled = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.identity.security.key() }),
    onError: (error: Error) => notify({ tone: 'late', text: errorText(error) }),
  }
  const endOne = useMutation({
    mutationFn: (sessionId: string) => client.identity.security.endSession({ sessionId }),
    ...settled,
  })
  const endOthers = useMutation({
    mutationFn: () => client.identity.security.endOtherSessions(),
    ...settled,
  })

  return (
    <div className="grid max-w-4xl gap-12">
      <PasswordSection hasPassword={data.hasPassword} />
      <TwoFactorSection isOn={data.twoFactor} hasPassword={data.hasPassword} />
      <PasskeysSection passkeys={data.passkeys} />
      <section aria-labelledby="sessions" className="grid gap-4">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <h2 id="sessions">
            <Trans>Where you are signed in</Trans>
          </h2>
          {data.sessions.length > 1 && (
            <Button look="quiet" isPending={endOthers.isPending} onPress={() => endOthers.mutate()}>
              <Trans>Sign out everywhere else</Trans>
            </Button>
          )}
        </div>
        <ul className="border-ink border-t-2">
          {data.sessions.map((session) => {
            const device = deviceName(session.userAgent) ?? t`Unknown device`
            return (
              <li
                key={session.id}
                className="flex flex-wrap items-center gap-x-6 gap-y-2 border-line border-b py-3"
              >
                <div className="flex-1 basis-64">
                  <p className="flex flex-wrap items-center gap-2 font-semibold">
                    {device}
                    {session.current && <Tag tone="done">{t`this device`}</Tag>}
                  </p>
                  <p className="text-ink-2 text-sm">
                    <Trans>Signed in: {format.dateTime(session.createdAt)}</Trans>
                    {session.ipAddress && ` · ${session.ipAddress}`}
                  </p>
                </div>
                {!session.current && (
                  <Button
                    look="link"
                    aria-label={t`Sign out: ${device}, ${format.dateTime(session.createdAt)}`}
                    onPress={() => endOne.mutate(session.id)}
                  >
                    <Trans context="session">Sign out</Trans>
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </section>
      <section aria-labelledby="activity" className="grid gap-4">
        <div>
          <h2 id="activity">
            <Trans>Latest sign-ins</Trans>
          </h2>
          <p className="mt-1 text-ink-2">
            <Trans>
              If one of them was not you, change your password and sign out everywhere else.
            </Trans>
          </p>
        </div>
        <Table
          caption={<Trans>Latest sign-ins</Trans>}
          rows={data.activity}
          rowKey={(row) => row.at}
          columns={[
            { id: 'at', header: t`When`, cell: (row) => format.dateTime(row.at) },
            { id: 'what', header: t`What`, cell: (row) => t(activityName(row.what)) },
            {
              id: 'device',
              header: t`Device`,
              cell: (row) => deviceName(row.userAgent) ?? t`Unknown device`,
            },
            { id: 'address', header: t`Address`, cell: (row) => row.ipAddress },
          ]}
        />
      </section>
    </div>
  )
}
