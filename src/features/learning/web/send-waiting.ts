import type { EnrolmentId } from '../../../contract/primitives.ts'
import type { Me } from '../../../web/session.ts'
import { enrolmentQueue } from './player/enrolment-queue.ts'
import { noteQueue } from './player/note-sending.ts'
import { notesWaiting } from './player/note-storage.ts'
import { enrolmentsWaiting } from './player/save-storage.ts'

/** What was done in lessons and is still in this browser alone goes out, whatever page is open. */
export const sendWaiting = ({ person }: Me) =>
  Promise.all([...queues().map((queue) => queue.flush()), noteQueue.sendAll(person.id)])

/** What the server refuses is somebody else's, who was here before. */
export const isSent = ({ person }: Me) =>
  notesWaiting(person.id).length === 0 &&
  queues().every((queue) => queue.state().kind === 'refused')

// The server refuses what is no enrolment.
const queues = () => enrolmentsWaiting().map((id) => enrolmentQueue(id as EnrolmentId))
