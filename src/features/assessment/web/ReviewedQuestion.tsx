import { Trans, useLingui } from '@lingui/react/macro'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { Link } from 'react-router'
import { Tag } from '../../../web/design-system/Tag.tsx'
import { useFormat } from '../../../web/i18n/format.ts'
import { paths } from '../../../web/paths.ts'
import type { assessment } from '../contract.ts'
import type { Response } from '../model/response.ts'
import type { ShownQuestion } from '../model/shown-question.ts'

type Reviewed = InferContractRouterOutputs<typeof assessment>['review']['questions'][number]

export function ReviewedQuestion({
  number,
  enrolmentId,
  reviewed,
}: {
  number: number
  enrolmentId: string
  reviewed: Reviewed
}) {
  const { t } = useLingui()
  const format = useFormat()
  const { question, response, points, pointsPossible, rightAnswer, reasons, lesson } = reviewed
  const isRight = points === pointsPossible
  const booleanWords: Record<string, string> = { true: t`True`, false: t`False` }
  const inWords = (answers: readonly string[]) =>
    question.type === 'true-false'
      ? answers.map((answer) => booleanWords[answer] ?? answer)
      : answers
  const given = inWords(givenTexts(question, response))
  return (
    <li className="border-line border-b py-6">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-2">
        <h3 className="min-w-0 flex-1 basis-72 text-base">
          {number}. {question.prompt}
        </h3>
        <Tag tone={isRight ? 'done' : points > 0 ? 'due' : 'late'}>
          {isRight
            ? t`Right`
            : points > 0
              ? t`Partly right: ${format.decimal(points)} of ${pointsPossible}`
              : t`Wrong`}
        </Tag>
      </div>
      <dl className="mt-3 grid gap-x-5 gap-y-0.5 max-sm:[&>dd]:mb-3 sm:grid-cols-[10rem_1fr] sm:gap-y-2">
        <dt className="text-ink-2 text-sm">
          <Trans>Your answer</Trans>
        </dt>
        <dd>
          {given.length > 0 ? (
            <Answers texts={given} isOrdered={question.type === 'order'} />
          ) : (
            <Trans>No answer</Trans>
          )}
        </dd>
        {!isRight && (
          <>
            <dt className="text-ink-2 text-sm">
              <Trans>Right answer</Trans>
            </dt>
            <dd>
              <Answers texts={inWords(rightAnswer)} isOrdered={question.type === 'order'} />
            </dd>
          </>
        )}
        <dt className="text-ink-2 text-sm">
          <Trans>Why</Trans>
        </dt>
        <dd className="grid gap-1.5">
          {reasons.map(({ optionId, text }) => (
            <p key={optionId ?? 'question'}>{text}</p>
          ))}
        </dd>
        <dt className="text-ink-2 text-sm">
          <Trans>Reread</Trans>
        </dt>
        <dd>
          <Link to={paths.learn(enrolmentId, lesson.key)}>{lesson.title}</Link>
        </dd>
      </dl>
    </li>
  )
}

function Answers({ texts, isOrdered }: { texts: readonly string[]; isOrdered: boolean }) {
  if (texts.length === 1) return texts[0]
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <List className={`grid gap-1 ps-5 ${isOrdered ? 'list-decimal' : 'list-disc'}`}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </List>
  )
}

/** What the learner gave, in words; true and false stay as such, for the caller to translate. */
function givenTexts(question: ShownQuestion, response: Response | null): string[] {
  if (!response) return []
  const choices =
    question.type === 'order' ? question.items : 'options' in question ? question.options : []
  const textOf = (ids: readonly string[]) =>
    ids.flatMap((id) => choices.filter((choice) => choice.id === id).map(({ text }) => text))
  switch (response.type) {
    case 'single-choice':
      return textOf([response.optionId])
    case 'multiple-choice':
      return textOf(response.optionIds)
    case 'order':
      return textOf(response.itemIds)
    case 'true-false':
      return [String(response.value)]
    case 'short-answer':
      return response.text === '' ? [] : [response.text]
  }
}
