import { queryClient, sessionEvents } from './api.ts'
import { type Me, meQuery } from './session.ts'

/** A slice that keeps work in the browser has a `web/send-waiting.ts`; nothing else is to be registered. */
const slices = import.meta.glob<{ sendWaiting: (me: Me) => void }>(
  '../features/*/web/send-waiting.ts',
)

/**
 * What an earlier page could not send goes out once somebody is signed in, without the lesson or quiz being
 * opened again. The slices' part is loaded only when something waits.
 */
export function sendWhatWaits(): void {
  const send = async () => {
    if (!somethingWaits()) return
    const me = await queryClient.ensureQueryData(meQuery())
    if (!me) return
    for (const load of Object.values(slices)) (await load()).sendWaiting(me)
  }
  // Without a line now, the next page or the next "online" does it.
  const attempt = () => void send().catch(() => {})
  attempt()
  window.addEventListener('online', attempt)
  sessionEvents.addEventListener('begun', attempt)
}

function somethingWaits(): boolean {
  try {
    return Object.keys(localStorage).some((key) => /^officina\.(save|answer|note)\./.test(key))
  } catch {
    return false
  }
}
