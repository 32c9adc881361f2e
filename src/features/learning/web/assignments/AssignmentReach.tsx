import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { CourseId, UnitId } from '../../../../contract/primitives.ts'
import { api } from '../../../../web/api.ts'
import { Callout } from '../../../../web/design-system/Callout.tsx'

/** How many people the assignment would touch, told before it is made. */
export function AssignmentReach(input: {
  courseId: CourseId
  unitId: UnitId
  jobRole: string | null
}) {
  const { t } = useLingui()
  const { data } = useQuery(api.learning.previewAssignment.queryOptions({ input }))
  if (!data) return null
  const { people, alreadyEnrolled, alreadyCompleted } = data
  const fresh = people - alreadyEnrolled - alreadyCompleted
  return (
    <div role="status">
      <Callout
        tone={people === 0 ? 'due' : 'info'}
        title={t`${plural(people, {
          0: 'Nobody works there now; people who join will get the course.',
          one: 'This concerns # person.',
          other: 'This concerns # people.',
        })}`}
      >
        {people > 0 && (
          <Trans>
            New on the course: {fresh} · already on it: {alreadyEnrolled} · already completed:{' '}
            {alreadyCompleted}
          </Trans>
        )}
      </Callout>
    </div>
  )
}
