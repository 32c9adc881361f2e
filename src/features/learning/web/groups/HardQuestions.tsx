import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { GroupId } from '../../../../contract/primitives.ts'
import { Progress } from '../../../../web/design-system/Progress.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { groupQueries } from './group-queries.ts'

const mostShown = 5

/** The questions where the group gained least; hidden while too few have taken the quiz. */
export function HardQuestions({ groupId }: { groupId: GroupId }) {
  const { t } = useLingui()
  const format = useFormat()
  const { data } = useQuery(groupQueries.questions(groupId, useReaderLanguage()))
  if (!data) return null
  return (
    <section className="mt-12">
      <h2>
        <Trans>Difficult quiz questions</Trans>
      </h2>
      {data.questions.length === 0 ? (
        <p className="mt-2 text-ink-2">
          <Trans>
            Shown when five people or more have handed in the quiz, so that nobody’s answers can be
            guessed.
          </Trans>
        </p>
      ) : (
        <>
          <p className="mt-1 text-ink-2">
            <Plural
              value={data.attempts}
              one="First attempts of # person"
              other="First attempts of # people"
            />
          </p>
          <ol className="mt-3 border-line border-t">
            {data.questions.slice(0, mostShown).map((question) => (
              <li
                key={question.key}
                className="grid items-center gap-x-8 gap-y-2 border-line border-b py-3 md:grid-cols-[minmax(0,1fr)_16rem]"
              >
                <span>{question.prompt}</span>
                <span>
                  <Progress share={question.meanShare} label={t`Points gained`} />
                  <span className="mt-1 block text-ink-2 text-sm">
                    <Trans>
                      {format.percent(question.meanShare)} of the points, {question.answered}{' '}
                      answers
                    </Trans>
                  </span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
