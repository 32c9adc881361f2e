import { msg } from '@lingui/core/macro'
import { useErrorText } from '../../../web/errors.tsx'

/** Words for the codes that the quiz's contract declares. */
export const useQuizErrorText = () =>
  useErrorText({
    ATTEMPT_CLOSED: msg`This attempt has been handed in already. Its answers cannot be changed.`,
    NO_ATTEMPTS_LEFT: msg`You have used all attempts at this quiz. Ask your trainer what to do next.`,
    RETAKE_TOO_EARLY: msg`It is too early for another attempt. The page says from when you can try again.`,
    NOT_ENROLLED: msg`You are not enrolled in this course any more, so its quiz cannot be taken.`,
    NOT_ON_PAPER: msg`This question is not part of your quiz. Reload the page.`,
    NOT_SUBMITTED: msg`This attempt has not been handed in yet.`,
  })
