import type { MessageDescriptor } from '@lingui/core'

/** What a route says about its page: `handle: { title: msg\`Catalogue\` } satisfies PageHandle`. */
export type PageHandle = {
  /** Title of the page, announced on arrival. A page whose title depends on data sets it with `usePageTitle`. */
  title: MessageDescriptor
  /** Shown without a session too. */
  public?: boolean
  /** `bare` leaves out header, footer and margins: the lesson player, the sign-in page. */
  frame?: 'full' | 'bare'
}
