import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { Table } from '../../../web/design-system/Table.tsx'
import { Tag } from '../../../web/design-system/Tag.tsx'
import { useFormat } from '../../../web/i18n/format.ts'
import { paths } from '../../../web/paths.ts'
import type { MailRow } from '../contract.ts'
import { kindOf, stateTones, stateWords } from './mail-words.ts'

export function MailTable({ rows }: { rows: readonly MailRow[] }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Table
      caption={t`Mails, newest first`}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'subject',
          header: <Trans>Subject</Trans>,
          cell: (row) => <Link to={`${paths.mails()}/${row.id}`}>{row.subject}</Link>,
        },
        {
          id: 'recipient',
          header: <Trans>To</Trans>,
          cell: (row) => <span className="break-all">{row.recipient}</span>,
        },
        {
          id: 'kind',
          header: <Trans>Kind</Trans>,
          hideOnPhone: true,
          cell: ({ template }) => {
            const words = kindOf(template)
            return words ? t(words) : template
          },
        },
        {
          id: 'created',
          header: <Trans>Written</Trans>,
          cell: (row) => (
            <span className="whitespace-nowrap">
              {format.dateShort(row.createdAt)} {format.time(row.createdAt)}
            </span>
          ),
        },
        {
          id: 'state',
          header: <Trans>State</Trans>,
          cell: ({ state }) => (
            <span className="whitespace-nowrap">
              <Tag tone={stateTones[state]}>{t(stateWords[state])}</Tag>
            </span>
          ),
        },
      ]}
    />
  )
}
