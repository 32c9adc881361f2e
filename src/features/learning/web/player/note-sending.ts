import { t } from '@lingui/core/macro'
import { ORPCError } from '@orpc/client'
import { isPassing, pauseMs } from '../../../../web/again.ts'
import { api, client, noticeEndedSession, queryClient, sessionEvents } from '../../../../web/api.ts'
import { notify } from '../../../../web/design-system/toast.ts'
import { loadAllTexts } from '../../../../web/i18n/language.ts'
import { patience, wait } from '../../../../web/in-background.ts'
import { learningQueries } from '../queries.ts'
import { createNoteQueue } from './note-queue.ts'
import { withWaiting } from './note-storage.ts'

/** One for the page: notes go on being sent when their lesson is left. */
export const noteQueue = createNoteQueue({
  send: async (writer, note) => {
    const saved = await client.learning.writeNote({ ...note, writer }, { signal: patience() })
    // The list shows it before it is forgotten here.
    queryClient.setQueryData(
      learningQueries.notes(saved.courseId, saved.lessonKey).queryKey,
      (known) => known && withWaiting(known, [saved], saved),
    )
    void queryClient.invalidateQueries({ queryKey: api.learning.notes.key() })
  },
  remove: (noteId) => client.learning.removeNote({ noteId }, { signal: patience() }),
  judge: (error) => {
    noticeEndedSession(error)
    if (isPassing(error)) return 'again'
    if (!(error instanceof ORPCError)) return 'refused'
    return error.status === 401 ? 'signed-out' : error.status === 403 ? 'somebody-else' : 'refused'
  },
  onRefused: async () => {
    await loadAllTexts()
    notify({
      tone: 'late',
      text: t`The server did not take a note. It is kept on this device, in its lesson.`,
    })
  },
  pauseMs,
  wait,
})

sessionEvents.addEventListener('left', noteQueue.stop)
