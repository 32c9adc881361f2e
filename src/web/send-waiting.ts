import { queryClient, sessionEvents } from './api.ts'
import { keysKept } from './kept-items.ts'
import { type Me, meQuery } from './session.ts'
import { hearOtherTabs, tellOtherTabs } from './session-channel.ts'

type Sending = {
  /** Sends all that waits on this device; resolves when there is nothing more to do now. */
  sendWaiting: (me: Me) => Promise<unknown>
  /** Whether nothing of this person's is on this device alone. */
  isSent: (me: Me) => boolean
}

/** A slice that keeps work in the browser has a `web/send-waiting.ts`; nothing else is to be registered. */
const slices = import.meta.glob<Sending>('../features/*/web/send-waiting.ts')

/**
 * What an earlier page could not send goes out once somebody is signed in, without the lesson or quiz being
 * opened again. The slices' part is loaded only when something waits.
 */
export function sendWhatWaits(): void {
  const send = async () => {
    if (!somethingWaits()) return
    const me = await queryClient.ensureQueryData(meQuery())
    if (!me) return
    for (const { sendWaiting } of await loaded()) void sendWaiting(me)
  }
  // Without a line now, the next page or the next "online" does it.
  const attempt = () => void send().catch(() => {})
  attempt()
  window.addEventListener('online', attempt)
  sessionEvents.addEventListener('begun', attempt)
  hearOtherTabs(({ type }) => {
    if (type !== 'leaving') return
    sessionEvents.dispatchEvent(new Event('leaving'))
    attempt()
  })
}

/**
 * Before somebody signs out: what was gathered here and in other tabs is sent, as far as that takes no longer.
 * @returns whether the server has all of it
 */
export async function sendBeforeLeaving(me: Me, patienceMs = 3_000): Promise<boolean> {
  sessionEvents.dispatchEvent(new Event('leaving'))
  if (!somethingWaits()) return true
  tellOtherTabs({ type: 'leaving' })
  const end = performance.now() + patienceMs
  const parts = await Promise.race([loaded(), pause(patienceMs).then(() => null)])
  if (!parts) return false
  const isSent = () => parts.every((part) => part.isSent(me))
  const sending = Promise.allSettled(parts.map((part) => part.sendWaiting(me)))
  await Promise.race([sending, pause(end - performance.now())])
  // What another tab still added to goes out from there.
  while (!isSent() && performance.now() < end) await pause(100)
  return isSent()
}

const loaded = () => Promise.all(Object.values(slices).map((load) => load()))

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

const somethingWaits = () => keysKept('officina.').some((key) => /^(save|answer|note)\./.test(key))
