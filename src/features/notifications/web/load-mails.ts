import type { LoaderFunctionArgs } from 'react-router'
import { queryClient } from '../../../web/api.ts'
import { mailQueries, readFilter } from './queries.ts'

export function loadMails({ request }: LoaderFunctionArgs) {
  const filter = readFilter(new URL(request.url).searchParams)
  return queryClient.ensureInfiniteQueryData(mailQueries.list(filter)).then(() => null)
}

export function loadMail({ params }: LoaderFunctionArgs) {
  return queryClient.ensureQueryData(mailQueries.mail(params.mailId ?? '')).then(() => null)
}
