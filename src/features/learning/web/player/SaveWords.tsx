import { Trans } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'
import { useFormat } from '../../../../web/i18n/format.ts'
import type { ProgressQueue } from './progress-queue.ts'

/** Whether what the learner did is safe, in words. Heard only when it is not yet. */
export function SaveWords({ queue }: { queue: ProgressQueue }) {
  const state = useSyncExternalStore(queue.subscribe, queue.state)
  const format = useFormat()
  const isWorthHearing = state.kind === 'waiting' || state.kind === 'refused'
  return (
    <>
      <span
        className={`text-sm ${isWorthHearing ? 'text-due' : 'text-ink-3'}`}
        data-waiting={isWorthHearing ? '' : undefined}
        aria-hidden="true"
      >
        <Words state={state} time={state.kind === 'saved' ? format.time(state.at) : ''} />
      </span>
      <span role="status" className="sr-only">
        {isWorthHearing && <Words state={state} time="" />}
      </span>
    </>
  )
}

function Words({ state, time }: { state: ReturnType<ProgressQueue['state']>; time: string }) {
  switch (state.kind) {
    case 'untouched':
      return null
    case 'saving':
      return <Trans>Saving…</Trans>
    case 'saved':
      return <Trans>Saved: {time}</Trans>
    case 'waiting':
      return <Trans>Kept on this device, will be sent</Trans>
    case 'refused':
      return <Trans>Kept on this device: sign in to send it</Trans>
  }
}
