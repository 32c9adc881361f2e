import type { EnrolmentId } from '../../../contract/primitives.ts'
import type { Me } from '../../../web/session.ts'
import { enrolmentQueue } from './player/enrolment-queue.ts'
import { noteQueue } from './player/note-sending.ts'
import { enrolmentsWaiting } from './player/save-storage.ts'

/** What was done in lessons and is still in this browser alone goes out, whatever page is open. */
export function sendWaiting({ person }: Me): void {
  for (const enrolmentId of enrolmentsWaiting())
    void enrolmentQueue(enrolmentId as EnrolmentId).flush() // the server refuses what is none
  void noteQueue.sendAll(person.id)
}
