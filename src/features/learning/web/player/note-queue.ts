import { ORPCError } from '@orpc/client'
import type { PersonId } from '../../../../contract/primitives.ts'
import { isPassing, pauseMs } from '../../../../web/again.ts'
import { api, client, queryClient } from '../../../../web/api.ts'
import { forgetNote, keepNote, notesWaiting, type WrittenNote } from './note-storage.ts'

export type NoteOutcome = { type: 'saved' | 'waiting' } | { type: 'refused'; error: unknown }

let failures = 0
let timer = 0

/** Keeps the note on this device and sends it; without a line it waits there and goes out by itself. */
export async function sendNote(personId: PersonId, note: WrittenNote): Promise<NoteOutcome> {
  keepNote(personId, note)
  try {
    await client.learning.writeNote(note)
    failures = 0
    forgetNote(personId, note)
    return { type: 'saved' }
  } catch (error) {
    if (isPassing(error)) {
      failures += 1
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void sendNotes(personId), pauseMs(error, failures))
      return { type: 'waiting' }
    }
    // Who is signed in may change; what the course refuses it will refuse always.
    const isSignedOut = error instanceof ORPCError && [401, 403].includes(error.status)
    if (!isSignedOut) forgetNote(personId, note)
    return { type: 'refused', error }
  }
}

/** What this person wrote on this device and the server does not have yet. */
export async function sendNotes(personId: PersonId): Promise<void> {
  let sent = 0
  for (const note of notesWaiting(personId)) {
    const { type } = await sendNote(personId, note)
    if (type === 'waiting') break
    sent += 1
  }
  if (sent > 0) await queryClient.invalidateQueries({ queryKey: api.learning.notes.key() })
}
