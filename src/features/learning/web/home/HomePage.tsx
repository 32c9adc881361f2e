import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { TourOffer } from '../../../../web/layout/TourOffer.tsx'
import { useMe } from '../../../../web/session.ts'
import type { HomeCourse } from '../../contract/home.ts'
import { learningQueries } from '../queries.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { DueList } from './DueList.tsx'
import { FirstCourses } from './FirstCourses.tsx'
import { MyCourses } from './MyCourses.tsx'
import { NextCard } from './NextCard.tsx'

/** Where I was, what is due next, how far I am. */
export function HomePage() {
  const language = useReaderLanguage()
  const { data: home } = useSuspenseQuery(learningQueries.home(language))
  const me = useMe()
  const greeting = useGreeting()
  const lede = useLede(home.due, home.courses)
  const isEmpty = home.courses.length === 0
  return (
    <>
      <PageHeader title={greeting} lede={lede} above={me?.person.displayName} />
      <TourOffer />
      <div className="wrap-anywhere mt-9 grid gap-7 lg:grid-cols-[minmax(0,1fr)_21.25rem] lg:gap-10">
        <div className="grid content-start gap-10">
          {home.next && <NextCard next={home.next} />}
          {home.due.length > 0 && (
            <section aria-labelledby="due">
              <h2 id="due" data-tour="due" className="mb-1.5">
                <Trans>Due next</Trans>
              </h2>
              <DueList courses={home.due} />
            </section>
          )}
          {!home.next && <FirstCourses courses={home.suggested} isNew={isEmpty} />}
        </div>
        {!isEmpty && <MyCourses courses={home.courses} />}
      </div>
    </>
  )
}

function useGreeting(): string {
  const { t } = useLingui()
  const hour = new Date().getHours()
  if (hour >= 4 && hour < 10) return t`Good morning`
  return hour >= 4 && hour < 18 ? t`Good day` : t`Good evening`
}

/** One line of what waits, the most pressing first. */
function useLede(due: readonly HomeCourse[], courses: readonly HomeCourse[]): string {
  const { t } = useLingui()
  const overdue = due.filter((course) => course.due.kind === 'overdue').length
  const thisWeek = due.filter((course) => course.due.kind === 'soon' && course.due.days <= 7).length
  if (courses.length === 0) return t`Your courses will be here. Choose the first one below.`
  if (overdue > 0)
    return t`${plural(overdue, { one: 'One course is overdue. Begin there.', other: '# courses are overdue. Begin there.' })}`
  if (thisWeek > 0)
    return t`${plural(thisWeek, { one: 'One course is due within a week.', other: '# courses are due within a week.' })}`
  if (courses.every(({ state }) => state === 'completed')) return t`Everything is completed.`
  return t`Nothing is due within a week.`
}
