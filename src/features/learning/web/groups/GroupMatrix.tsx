// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout takes roles from the elements in some browsers
import { Trans, useLingui } from '@lingui/react/macro'
import type { EnrolmentId } from '../../../../contract/primitives.ts'
import { Checkbox } from '../../../../web/design-system/Checkbox.tsx'
import { Tag } from '../../../../web/design-system/Tag.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import type { MemberRow } from '../../contract/groups.ts'

type Choice = {
  chosen: ReadonlySet<EnrolmentId>
  onChoose: (chosen: ReadonlySet<EnrolmentId>) => void
}

/** Learner × lesson. A cell says its state by fill, by shape and in words; the lesson where somebody is stuck is framed. */
export function GroupMatrix({
  lessons,
  members,
  readingMinutes,
  ...choice
}: {
  lessons: readonly { key: string; title: string }[]
  members: readonly MemberRow[]
  readingMinutes: number
} & (Choice | { chosen?: never; onChoose?: never })) {
  const { t } = useLingui()
  const all = members.map(({ enrolmentId }) => enrolmentId)
  const areAllChosen = choice.chosen !== undefined && all.every((id) => choice.chosen.has(id))
  return (
    <section
      className="relative mt-4 overflow-x-auto"
      aria-label={t`Learners and lessons`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table
        role="table"
        className="w-full min-w-max border-separate border-spacing-x-[3px] border-spacing-y-[3px] text-sm max-sm:block max-sm:border-spacing-0 max-sm:min-w-0"
      >
        <caption className="sr-only">
          <Trans>Each row is a learner, each column a lesson</Trans>
        </caption>
        <thead role="rowgroup" className="max-sm:block">
          <tr role="row" className="max-sm:block max-sm:border-ink max-sm:border-b-2 max-sm:pb-2">
            <th
              scope="col"
              role="columnheader"
              className="sticky start-0 z-10 bg-paper pe-4 text-start align-bottom font-semibold text-ink-2"
            >
              {choice.onChoose ? (
                <Checkbox
                  isSelected={areAllChosen}
                  isIndeterminate={!areAllChosen && choice.chosen.size > 0}
                  onChange={(on) => choice.onChoose(new Set(on ? all : []))}
                >
                  <Trans>Choose all shown</Trans>
                </Checkbox>
              ) : (
                <Trans>Learner</Trans>
              )}
            </th>
            {lessons.map(({ key, title }, index) => (
              <th
                key={key}
                scope="col"
                role="columnheader"
                title={title}
                className="w-14 px-1 max-sm:sr-only pb-1.5 text-center align-bottom font-normal text-ink-3"
              >
                <span aria-hidden="true">{index + 1}</span>
                <span className="sr-only">{title}</span>
              </th>
            ))}
            <th scope="col" role="columnheader" className={`text-center ${factHead}`}>
              <Trans>Quiz</Trans>
            </th>
            <th scope="col" role="columnheader" className={`text-start ${factHead}`}>
              <Trans>Last seen</Trans>
            </th>
            <th scope="col" role="columnheader" className={`text-end ${factHead}`}>
              <Trans>Minutes</Trans>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {members.map((member) => (
            <MemberLine
              key={member.enrolmentId}
              member={member}
              lessons={lessons}
              readingMinutes={readingMinutes}
              {...choice}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MemberLine({
  member,
  lessons,
  ...choice
}: {
  member: MemberRow
  lessons: readonly { key: string; title: string }[]
  readingMinutes: number
} & (Choice | { chosen?: never; onChoose?: never })) {
  const { t } = useLingui()
  const format = useFormat()
  const stuckAt = member.stuckSince
    ? Math.max(
        0,
        member.cells.findIndex((cell) => cell !== 'done'),
      )
    : -1
  const name = (
    <>
      <span className="block font-semibold">{member.displayName}</span>
      <span className="block text-ink-3">{member.unitName}</span>
      {member.isOverdue && member.dueOn && (
        <Tag tone="late">{t`overdue since ${format.dateShort(member.dueOn)}`}</Tag>
      )}
      {member.stuckSince && (
        <Tag tone="due">{t`stuck since ${format.dateShort(member.stuckSince)}`}</Tag>
      )}
    </>
  )
  return (
    <tr
      role="row"
      // On a phone the lessons share one line below the name; the rest follows below them.
      style={{ '--lessons': lessons.length } as React.CSSProperties} // React's type knows no variables
      className="max-sm:flex max-sm:flex-wrap max-sm:gap-[3px] max-sm:border-line max-sm:border-b max-sm:py-3"
    >
      <th
        scope="row"
        role="rowheader"
        className="sticky start-0 z-10 max-w-64 bg-paper pe-4 text-start font-normal max-sm:static max-sm:mb-1 max-sm:max-w-none max-sm:basis-full"
      >
        {choice.onChoose ? (
          <Checkbox
            isSelected={choice.chosen.has(member.enrolmentId)}
            onChange={(on) => {
              const next = new Set(choice.chosen)
              if (on) next.add(member.enrolmentId)
              else next.delete(member.enrolmentId)
              choice.onChoose(next)
            }}
          >
            {name}
          </Checkbox>
        ) : (
          name
        )}
      </th>
      {member.cells.map((cell, index) => (
        <Cell key={lessons[index]?.key ?? index} state={cell} isStuck={index === stuckAt} />
      ))}
      <td role="cell" className={`text-center ${fact}`}>
        <FactLabel>
          <Trans>Quiz</Trans>
        </FactLabel>
        {member.quizBestShare === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <span
            className={member.quizPassed ? 'font-semibold text-done' : 'font-semibold text-late'}
          >
            {member.quizPassed ? '✓' : '✕'} {format.percent(member.quizBestShare)}
            <span className="sr-only">{member.quizPassed ? t`passed` : t`not passed`}</span>
          </span>
        )}
      </td>
      <td role="cell" className={`text-ink-2 ${fact}`}>
        <FactLabel>
          <Trans>Last seen</Trans>
        </FactLabel>
        {member.lastSeenAt ? format.dateShort(member.lastSeenAt) : t`never`}
      </td>
      <td role="cell" className={`text-end text-ink-2 ${fact}`}>
        <FactLabel>
          <Trans>Minutes</Trans>
        </FactLabel>
        {member.presentMinutes}
      </td>
    </tr>
  )
}

const factHead = 'px-2 pb-1.5 align-bottom font-normal text-ink-3 max-sm:sr-only'
const fact = 'px-2 max-sm:me-3 max-sm:mt-1 max-sm:px-0'

/** The header before the value, where a phone shows no headers above it. */
function FactLabel({ children }: { children: React.ReactNode }) {
  return (
    <span aria-hidden="true" className="me-1.5 text-ink-3 sm:hidden">
      {children}
    </span>
  )
}

const fills = {
  done: 'bg-brand border-brand',
  begun: 'bg-[linear-gradient(to_right,var(--brand)_50%,var(--sunken)_50%)] border-brand',
  open: 'bg-sunken border-line',
}

function Cell({ state, isStuck }: { state: MemberRow['cells'][number]; isStuck: boolean }) {
  const { t } = useLingui()
  const words = { done: t`done`, begun: t`begun`, open: t`not begun` }
  return (
    <td
      role="cell"
      className="p-0 max-sm:basis-[calc((100%-(var(--lessons)-1)*3px)/var(--lessons)-0.1px)]"
    >
      <span
        className={`block h-7 min-w-10 max-sm:min-w-0 rounded-[3px] border [print-color-adjust:exact] ${isStuck ? 'border-2 border-due bg-due-soft' : fills[state]}`}
      />
      <span className="sr-only">{isStuck ? t`stuck here` : words[state]}</span>
    </td>
  )
}
