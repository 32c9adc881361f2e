import { type LoaderFunctionArgs, redirect } from 'react-router'
import type { EnrolmentId } from '../../../../contract/primitives.ts'
import { queryClient } from '../../../../web/api.ts'
import { paths } from '../../../../web/paths.ts'
import { preloadLessonDocument } from '../../../catalogue/web/public.tsx'
import { lessonToOpen } from '../../model/resume.ts'
import { learningQueries } from '../queries.ts'
import { readerLanguage } from '../reader-language.ts'
import { openLesson } from './open-lesson.ts'

/** Without a lesson in the address it goes to where the learner was; a lesson that is not there, likewise. */
export async function playerLoader({ params, request }: LoaderFunctionArgs) {
  const enrolmentId = params.enrolmentId as EnrolmentId // the server refuses what is none
  const language = readerLanguage()
  const page = preloadLessonDocument()
  // Awaited below; a failure on the way there is told by what is awaited first.
  page.catch(() => {})
  const player = await queryClient.ensureQueryData(learningQueries.player(enrolmentId, language))
  const lesson = player.lessons.find(({ key }) => key === params.lessonKey)
  if (!lesson) {
    const outline = player.lessons.map(({ completedAt, ...rest }) => ({
      ...rest,
      completed: completedAt !== null,
    }))
    const key = lessonToOpen(outline, player.lastLessonKey) ?? player.lessons[0]?.key
    if (!key) throw redirect(paths.course(player.courseId))
    throw redirect(paths.learn(enrolmentId, key) + new URL(request.url).search)
  }
  await Promise.all([openLesson(player, lesson.key, language), page])
  return { enrolmentId, lessonKey: lesson.key }
}
