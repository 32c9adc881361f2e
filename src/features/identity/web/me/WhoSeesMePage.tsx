import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Role } from '../../../../contract/permission.ts'
import { Disclosure } from '../../../../web/design-system/Disclosure.tsx'
import { EmptyState } from '../../../../web/design-system/EmptyState.tsx'
import { Table } from '../../../../web/design-system/Table.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { viewOf } from '../../model/granting.ts'
import { identityQueries } from '../queries.ts'
import { permissionWords, roleNames } from '../role-names.ts'

export function WhoSeesMePage() {
  const { t } = useLingui()
  const format = useFormat()
  const { data } = useSuspenseQuery(identityQueries.whoSeesMe())
  const roles = [...new Set<Role>(data.viewers.map(({ role }) => role))]
  const shown = format.number(data.viewers.length)
  const total = format.number(data.viewerCount)
  return (
    <div className="grid max-w-4xl gap-10">
      <p className="text-ink-2 text-lg">
        <Trans>
          This list is made from the same table by which the server allows or refuses. Your notes,
          highlights and reflections are seen by nobody but you.
        </Trans>
      </p>
      <section aria-labelledby="viewers" className="grid gap-2">
        <h2 id="viewers">
          <Trans>Who can see your data</Trans>
        </h2>
        {roles.length === 0 && (
          <EmptyState title={<Trans>Nobody but you</Trans>}>
            <Trans>Nobody holds a role over your office at present.</Trans>
          </EmptyState>
        )}
        {roles.map((role) => {
          const viewers = data.viewers.filter((viewer) => viewer.role === role)
          return (
            <Disclosure
              key={role}
              title={
                <span>
                  {t(roleNames[role])}
                  <span className="block font-normal text-ink-2">
                    {plural(viewers.length, { one: '# person', other: '# people' })}
                  </span>
                </span>
              }
            >
              <div className="grid gap-4">
                <div>
                  <p className="font-semibold">
                    <Trans>What this role gives:</Trans>
                  </p>
                  <ul className="list-disc ps-5">
                    {viewOf(role).map((permission) => {
                      const words = permissionWords[permission]
                      return words && <li key={permission}>{t(words)}</li>
                    })}
                  </ul>
                </div>
                <div>
                  <p className="font-semibold">
                    <Trans>Who holds it:</Trans>
                  </p>
                  <ul>
                    {viewers.map(({ personId, displayName, unitName }) => (
                      <li
                        key={personId + unitName}
                        className="border-line border-b py-1.5 last:border-0"
                      >
                        {displayName} <span className="text-ink-3">· {unitName}</span>
                      </li>
                    ))}
                  </ul>
                </div>
              </div>
            </Disclosure>
          )
        })}
        {data.viewerCount > data.viewers.length && (
          <p className="text-ink-2">
            <Trans>
              Shown: {shown} of {total}
            </Trans>
          </p>
        )}
      </section>
      <section aria-labelledby="exports" className="grid gap-4">
        <h2 id="exports">
          <Trans>Who exported data that include yours</Trans>
        </h2>
        {data.exports.length === 0 ? (
          <EmptyState title={<Trans>No exports yet</Trans>}>
            <Trans>
              When somebody saves a list with your data as a file, it stands here: who, when and
              what.
            </Trans>
          </EmptyState>
        ) : (
          <Table
            caption={<Trans>Exports</Trans>}
            rows={data.exports}
            rowKey={(row) => row.at + row.by + row.what}
            columns={[
              { id: 'at', header: t`When`, cell: (row) => format.dateTime(row.at) },
              { id: 'by', header: t`Who`, cell: (row) => row.by },
              {
                id: 'what',
                header: t`What`,
                cell: (row) => `${row.what} · ${row.format.toUpperCase()}`,
              },
              { id: 'unit', header: t`Office`, cell: (row) => row.unitName },
              {
                id: 'rows',
                header: t`Rows`,
                align: 'end',
                cell: (row) => format.number(row.rowCount),
              },
            ]}
          />
        )}
      </section>
    </div>
  )
}
