import { msg } from '@lingui/core/macro'
import { useErrorText } from '../../../../web/errors.tsx'

/** Words for the codes that groups' contract declares. */
export const useGroupErrorText = () =>
  useErrorText({
    DUE_IN_PAST: msg`This day has passed. Choose today or a later day.`,
    GROUP_CLOSED: msg`This group is closed, so nobody can join it.`,
    NO_SUCH_COURSE: msg`This course is not offered any more. Choose another one.`,
  })
