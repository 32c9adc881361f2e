import { Trans } from '@lingui/react/macro'
import { useFormat } from '../../../../web/i18n/format.ts'
import { wholePercent } from '../../model/whole-percent.ts'

/** A share with its numerator and denominator; a dash where there is nothing to share. */
export function ShareCell({ part, all }: { part: number; all: number }) {
  const format = useFormat()
  const percent = wholePercent(part, all)
  if (percent === null) return <span className="text-ink-3">–</span>
  const [partText, allText] = [format.number(part), format.number(all)]
  return (
    <span className="whitespace-nowrap">
      {format.percent(percent / 100)}
      <span className="ms-2 text-ink-3 text-sm sm:ms-0 sm:block">
        <Trans>
          {partText} of {allText}
        </Trans>
      </span>
    </span>
  )
}
