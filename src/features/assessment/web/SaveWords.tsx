import { Trans } from '@lingui/react/macro'
import { useFormat } from '../../../web/i18n/format.ts'
import type { SaveState } from './answer-queue.ts'
import { useQuizErrorText } from './quiz-errors.ts'

/** What became of the answers, in words that stay on the page. */
export function SaveWords({ state }: { state: SaveState }) {
  const { time } = useFormat()
  const errorText = useQuizErrorText()
  return (
    <p
      aria-live="polite"
      className={state.type === 'refused' ? 'font-semibold text-late' : 'text-ink-2 text-sm'}
    >
      {state.type === 'idle' && <Trans>Each answer is saved as you give it.</Trans>}
      {state.type === 'saving' && <Trans>Saving…</Trans>}
      {state.type === 'saved' && <Trans>Saved: {time(state.at)}</Trans>}
      {state.type === 'waiting' && (
        <Trans>
          The server does not answer. Your answers are kept on this device and will be sent by
          themselves.
        </Trans>
      )}
      {state.type === 'refused' && errorText(state.error)}
    </p>
  )
}
