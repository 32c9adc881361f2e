import { ORPCError } from '@orpc/server'
import { handlersFor } from '../../../server/procedure.ts'
import { learning } from '../contract.ts'
import { readLessonStates } from './lesson-store.ts'
import { playerView } from './player-view.ts'
import { saveProgress } from './save-progress.ts'
import { saveReading } from './save-reading.ts'

const handle = handlersFor(learning)

export const progressHandlers = {
  player: handle.player.handler(({ input, context }) =>
    playerView(context, input.enrolmentId, input.language),
  ),

  lesson: handle.lesson.handler(async ({ input, context }) => {
    const stateOf = await readLessonStates(context.db, input.enrolmentId, [input.lessonKey])
    const { blocks, position, completedAt } = stateOf(input.lessonKey)
    return {
      blocks: Object.fromEntries(Object.entries(blocks).map(([id, { value }]) => [id, value])),
      position: position && {
        block: position.block,
        share: position.share,
        read: position.read,
      },
      completedAt,
    }
  }),

  saveProgress: handle.saveProgress.handler(async ({ input, context }) => {
    const { enrolmentId, saves } = input
    const act = { at: context.clock(), actorId: context.person().personId }
    const row =
      (await saveReading(context, act, enrolmentId, saves)) ??
      (await context.write((tx) => saveProgress(tx, act, enrolmentId, saves)))
    if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
    const { state, lessonsDone, lessonsTotal } = row
    return {
      acknowledged: saves.map(({ id }) => id),
      savedAt: act.at.toISOString(),
      state,
      lessonsDone,
      lessonsTotal,
    }
  }),
}
