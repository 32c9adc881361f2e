import { api } from '../../../web/api.ts'
import { type MailState, mailStates } from '../contract.ts'

export type MailFilter = { query: string; state: MailState | undefined }

/** `/mails?search=…&state=failed`. */
export function readFilter(search: URLSearchParams): MailFilter {
  const state = search.get('state')
  return {
    query: (search.get('search') ?? '').trim().slice(0, 200),
    state: mailStates.find((each) => each === state),
  }
}

export const mailQueries = {
  list: (filter: MailFilter) =>
    api.notifications.mails.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, after }),
      initialPageParam: undefined as string | undefined, // the type of later pages' keys
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  /** Every reading is audited, so it is asked for once a visit. */
  mail: (mailId: string) => api.notifications.mail.queryOptions({ input: { mailId } }),
}
