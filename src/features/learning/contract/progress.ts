import { z } from 'zod'
import { enrolmentId, instant, procedure } from '../../../contract/primitives.ts'
import { enrolmentState } from '../model/enrolment-state.ts'
import { lessonSave } from '../model/lesson-save.ts'

export const progressProcedures = {
  saveProgress: procedure
    .meta({ access: { own: 'enrolment', by: 'enrolmentId' } })
    .route({
      method: 'POST',
      path: '/enrolments/{enrolmentId}/progress',
      tags: ['learning'],
      summary:
        'Save what happened in lessons: each save counts once, in any order, however late it comes',
    })
    .input(z.object({ enrolmentId, saves: z.array(lessonSave).min(1).max(100) }))
    .output(
      z.object({
        /** Ids that need not be sent again. */
        acknowledged: z.array(z.uuid()),
        savedAt: instant,
        state: enrolmentState,
        lessonsDone: z.number().int(),
        lessonsTotal: z.number().int(),
      }),
    ),
}
