import { Trans, useLingui } from '@lingui/react/macro'
import { Tag } from '../../../../../web/design-system/Tag.tsx'
import { useFormat } from '../../../../../web/i18n/format.ts'
import type { MemberRow } from '../../../contract/groups.ts'
import type { Fact } from './matrix-layout.ts'

/** Who it is, where from, and what presses. */
export function MemberName({
  member,
  unitName,
  isShort = false,
}: {
  member: MemberRow
  unitName: string
  /** Within the lines that a row of the matrix has. */
  isShort?: boolean
}) {
  const { t } = useLingui()
  const format = useFormat()
  const tagLine = isShort ? 'block truncate' : 'block'
  return (
    <>
      <span className={`block font-semibold ${isShort ? 'truncate' : ''}`}>
        {member.displayName}
      </span>
      <span
        title={isShort ? unitName : undefined}
        className={`text-ink-3 ${isShort ? 'line-clamp-2' : 'block'}`}
      >
        {unitName}
      </span>
      {member.isOverdue && member.dueOn && (
        <span className={tagLine}>
          <Tag tone="late">{t`overdue since ${format.dateShort(member.dueOn)}`}</Tag>
        </span>
      )}
      {member.stuckSince && (
        <span className={tagLine}>
          <Tag tone="due">{t`stuck since ${format.dateShort(member.stuckSince)}`}</Tag>
        </span>
      )}
    </>
  )
}

export function FactHead({ fact }: { fact: Fact }) {
  if (fact === 'quiz') return <Trans>Quiz</Trans>
  return fact === 'seen' ? <Trans>Last seen</Trans> : <Trans>Minutes</Trans>
}

export function MemberFact({ member, fact }: { member: MemberRow; fact: Fact }) {
  const { t } = useLingui()
  const format = useFormat()
  if (fact === 'minutes') return <span className="text-ink-2">{member.presentMinutes}</span>
  if (fact === 'seen')
    return (
      <span className="text-ink-2">
        {member.lastSeenAt ? format.dateShort(member.lastSeenAt) : t`never`}
      </span>
    )
  if (member.quizBestShare === null) return <span className="text-ink-3">–</span>
  return (
    <span className={`font-semibold ${member.quizPassed ? 'text-done' : 'text-late'}`}>
      {member.quizPassed ? '✓' : '✕'} {format.percent(member.quizBestShare)}
      <span className="sr-only">{member.quizPassed ? t`passed` : t`not passed`}</span>
    </span>
  )
}

export const factAlign: Record<Fact, string> = {
  quiz: 'justify-center text-center',
  seen: 'justify-start text-start',
  minutes: 'justify-end text-end',
}
