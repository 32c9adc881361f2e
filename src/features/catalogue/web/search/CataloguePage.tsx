import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { Button } from '../../../../web/design-system/Button.tsx'
import { EmptyState } from '../../../../web/design-system/EmptyState.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { catalogueQueries } from '../queries.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { CourseFilterFields } from './CourseFilterFields.tsx'
import { CourseResult } from './CourseResult.tsx'
import { filtersIn, hasFilter } from './course-filters.ts'

export function CataloguePage() {
  const { t } = useLingui()
  const language = useReaderLanguage()
  const [params, setParams] = useSearchParams()
  const { data } = useSuspenseQuery(catalogueQueries.search(language, filtersIn(params)))
  const { total } = data
  // What is chosen above stays in sight.
  const show = (next: URLSearchParams) =>
    setParams(next, { replace: true, preventScrollReset: true })
  const clear = () => show(new URLSearchParams())
  return (
    <>
      <PageHeader
        title={<Trans>Catalogue</Trans>}
        lede={<Trans>Courses you can begin at once, at your own pace.</Trans>}
      />
      <CourseFilterFields params={params} onChange={show} />
      <div className="mt-8 flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="font-normal text-base text-ink-2 tracking-normal">
          <span role="status">{t`${plural(total, { one: '# course', other: '# courses' })}`}</span>
        </h2>
        {hasFilter(params) && total > 0 && (
          <Button look="link" onPress={clear}>
            <Trans>Clear search and filters</Trans>
          </Button>
        )}
      </div>
      {total === 0 && !hasFilter(params) ? (
        <EmptyState title={<Trans>No course has been published yet</Trans>}>
          <Trans>Courses stand here as soon as their authors publish them. Look in again.</Trans>
        </EmptyState>
      ) : total === 0 ? (
        <EmptyState
          title={<Trans>No course matches</Trans>}
          action={
            <Button look="quiet" onPress={clear}>
              <Trans>Clear search and filters</Trans>
            </Button>
          }
        >
          <Trans>Try fewer words or leave out a filter. Small typing errors are forgiven.</Trans>
        </EmptyState>
      ) : (
        <ul className="border-ink border-t-2">
          {data.courses.map((course) => (
            <CourseResult key={course.courseId} course={course} />
          ))}
        </ul>
      )}
    </>
  )
}
