import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Tag } from '../../../web/design-system/Tag.tsx'
import type { DueState } from '../model/due-state.ts'

/** The due state in words; nothing where nothing is due soon. */
export function DueTag({ due }: { due: DueState }) {
  const { t } = useLingui()
  if (due.kind === 'none' || due.kind === 'later') return null
  const { days } = due
  if (due.kind === 'overdue')
    return (
      <Tag tone="late">{t`${plural(days, { one: '# day overdue', other: '# days overdue' })}`}</Tag>
    )
  if (days === 0) return <Tag tone="due">{t`due today`}</Tag>
  return <Tag tone="due">{t`${plural(days, { one: 'due tomorrow', other: 'in # days' })}`}</Tag>
}

export const dueTone = (due: DueState) =>
  due.kind === 'overdue' ? 'late' : due.kind === 'soon' ? 'due' : 'neutral'
