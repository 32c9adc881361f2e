import type { CourseRow } from '../../contract.ts'
import { type Audience, isAudience, isTopic, type Topic } from '../../model/topics.ts'

export type CourseFilters = {
  query: string
  topic?: Topic
  audience?: Audience
  readableIn?: CourseRow['languages'][number]
  maxMinutes?: number
}

/** Offered as "up to": half an hour, an hour, two hours, half a day. */
export const lengthsMinutes = [30, 60, 120, 240]

/** The address is the state: `?q=…&topic=…&audience=…&language=…&minutes=…`. What makes no sense is left out. */
export function filtersIn(params: URLSearchParams): CourseFilters {
  const topic = params.get('topic') ?? ''
  const audience = params.get('audience') ?? ''
  const language = params.get('language')
  const minutes = Number(params.get('minutes'))
  return {
    query: (params.get('q') ?? '')
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 200),
    ...(isTopic(topic) && { topic }),
    ...(isAudience(audience) && { audience }),
    ...((language === 'en' || language === 'pl' || language === 'hu') && { readableIn: language }),
    ...(lengthsMinutes.includes(minutes) && { maxMinutes: minutes }),
  }
}

const filterNames = ['q', 'topic', 'audience', 'language', 'minutes'] as const
export type FilterName = (typeof filterNames)[number]

export const hasFilter = (params: URLSearchParams) => filterNames.some((name) => params.has(name))

/** The address with one filter changed; an empty value takes it out. */
export function withFilter(params: URLSearchParams, name: FilterName, value: string) {
  const next = new URLSearchParams(params)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}
