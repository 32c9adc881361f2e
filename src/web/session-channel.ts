/** What tabs of one browser tell each other: they share the cookie, but not what they remember. */
export type TabNews =
  /** Who is signed in from now on. */
  | { type: 'person'; personId: string | null }
  /** Somebody is about to sign out: what this tab gathers is to be sent now. */
  | { type: 'leaving' }

let opened: BroadcastChannel | null = null
const channel = () => {
  opened ??= new BroadcastChannel('officina.session')
  return opened
}

export function tellOtherTabs(news: TabNews): void {
  channel().postMessage(news)
}

/** @returns ends it */
export function hearOtherTabs(hear: (news: TabNews) => void): () => void {
  // Only this app posts here; an earlier release that is open in another tab posts nothing.
  const listener = ({ data }: MessageEvent<TabNews>) => hear(data)
  channel().addEventListener('message', listener)
  return () => channel().removeEventListener('message', listener)
}
