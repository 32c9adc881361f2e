import { Trans, useLingui } from '@lingui/react/macro'
import type { MemberRow } from '../../../contract/groups.ts'
import { FactHead, MemberFact, MemberName } from './MemberFacts.tsx'
import { facts } from './matrix-layout.ts'
import { type SquareWords, squareOf } from './square-words.tsx'

/** On paper nothing scrolls: everybody and every lesson, headers on each sheet, names of the lessons below. */
export function PrintedMatrix({
  lessons,
  members,
  units,
  words,
}: {
  lessons: readonly { key: string; title: string }[]
  members: readonly MemberRow[]
  units: readonly string[]
  words: SquareWords
}) {
  const { t } = useLingui()
  return (
    <>
      <table className="w-full table-fixed border-collapse text-[7pt]">
        <caption className="sr-only">{t`Learners and lessons`}</caption>
        <colgroup>
          <col className="w-[22%]" />
          {lessons.map(({ key }) => (
            <col key={key} />
          ))}
          {facts.map((fact) => (
            <col key={fact} className="w-[8%]" />
          ))}
        </colgroup>
        <thead>
          <tr className="border-ink border-b">
            <th scope="col" className="text-start">
              <Trans>Learner</Trans>
            </th>
            {lessons.map(({ key }, index) => (
              <th key={key} scope="col" className="font-normal">
                {index + 1}
              </th>
            ))}
            {facts.map((fact) => (
              <th key={fact} scope="col" className="px-1 text-start font-normal">
                <FactHead fact={fact} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.enrolmentId} className="break-inside-avoid border-line border-b">
              <th scope="row" className="py-0.5 text-start font-normal">
                <MemberName member={member} unitName={units[member.unit] ?? ''} />
              </th>
              {lessons.map(({ key }, index) => {
                const state = squareOf(member, index)
                return (
                  <td key={key} className="px-px">
                    <span className={`lesson-square is-${state} block h-3`} />
                    <span className="sr-only">{words[state]}</span>
                  </td>
                )
              })}
              {facts.map((fact) => (
                <td key={fact} className="px-1">
                  <MemberFact member={member} fact={fact} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="mt-2 list-decimal ps-6 text-[8pt]">
        {lessons.map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </ol>
    </>
  )
}
