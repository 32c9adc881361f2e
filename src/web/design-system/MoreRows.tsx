import { Trans } from '@lingui/react/macro'
import { useFormat } from '../i18n/format.ts'
import { Button } from './Button.tsx'

/** Under a list that comes by key: how much is shown, and the next piece. */
export function MoreRows({
  shown,
  total,
  hasMore,
  isPending,
  onMore,
}: {
  shown: number
  /** Where it is known. */
  total?: number
  hasMore: boolean
  isPending: boolean
  onMore: () => void
}) {
  const format = useFormat()
  const shownText = format.number(shown)
  const totalText = format.number(total ?? 0)
  return (
    <div className="flex flex-wrap items-center gap-4 pt-5">
      <p role="status" className="text-ink-3 text-sm">
        {total === undefined ? (
          <Trans>Shown: {shownText}</Trans>
        ) : (
          <Trans>
            Shown: {shownText} of {totalText}
          </Trans>
        )}
      </p>
      {hasMore && (
        <Button look="quiet" onPress={onMore} isPending={isPending}>
          <Trans>More rows</Trans>
        </Button>
      )}
    </div>
  )
}
