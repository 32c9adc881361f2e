import type { PersonId } from '../../../../contract/primitives.ts'
import {
  dropNote,
  forgetNote,
  keepNote,
  markRefused,
  notesWaiting,
  noteWaiting,
  type WrittenNote,
} from './note-storage.ts'

/** What became of a note; it is kept on this device unless it was saved. `isNews`: this has not been said yet. */
export type NoteOutcome =
  | { type: 'saved' }
  | { type: 'waiting'; isNews: boolean }
  | { type: 'refused'; error: unknown; isNews: boolean }

export type NoteQueue = {
  /** Keeps the note and sends it; without a line it waits and goes out by itself. */
  write: (writer: PersonId, note: WrittenNote) => Promise<NoteOutcome>
  /** Sends what this person wrote and the server does not have yet. */
  sendAll: (writer: PersonId) => Promise<void>
  /** Rejects when the server has not removed it; then nothing is forgotten here either. */
  remove: (writer: PersonId, noteId: string) => Promise<void>
  /** Sends nothing more by itself: who wrote is leaving. */
  stop: () => void
}

export type NoteQueueDeps = {
  /** The server takes a note only while its writer is signed in. */
  send: (writer: PersonId, note: WrittenNote) => Promise<unknown>
  remove: (noteId: string) => Promise<unknown>
  /**
   * `again`: later, unchanged. `signed-out`: when the writer is back. `somebody-else`: another person is signed in.
   * `refused`: not as things stand.
   */
  judge: (error: unknown) => 'again' | 'signed-out' | 'somebody-else' | 'refused'
  /** Refused while nobody looked on; told once a note. */
  onRefused: (error: unknown) => void
  pauseMs: (error: unknown, failures: number) => number
  /** Returns how to call it off. */
  wait: (run: () => void, milliseconds: number) => () => void
}

/** Sends notes one after the other, and removals in turn with them: what is removed must not be written again. */
export function createNoteQueue(deps: NoteQueueDeps): NoteQueue {
  let failures = 0
  let callOff: (() => void) | null = null
  let turn: Promise<unknown> = Promise.resolve()
  /** What has been said since a note was last saved: `waiting`, or the id of a refused note. */
  const said = new Set<string>()

  const inTurn = <Done>(work: () => Promise<Done>): Promise<Done> => {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }
  const isNews = (what: string) => {
    const isNew = !said.has(what)
    said.add(what)
    return isNew
  }
  const stop = () => {
    callOff?.()
    callOff = null
    failures = 0
  }
  const sendLater = (writer: PersonId, error: unknown, isOwnTry: boolean) => {
    // Only the timer's tries make the pause longer; a note written meanwhile waits for it with the others.
    if (callOff && !isOwnTry) return
    callOff?.()
    failures = isOwnTry ? failures + 1 : Math.max(1, failures)
    callOff = deps.wait(
      () => {
        callOff = null
        void sendWaiting(writer, true)
      },
      deps.pauseMs(error, failures),
    )
  }

  const send = async (writer: PersonId, note: WrittenNote) => {
    try {
      await deps.send(writer, note)
    } catch (error) {
      return { verdict: deps.judge(error), error }
    }
    failures = 0
    said.clear()
    forgetNote(writer, note)
    return { verdict: 'saved' as const }
  }

  const sendWaiting = async (writer: PersonId, isOwnTry: boolean) => {
    for (const { note } of notesWaiting(writer)) {
      const outcome = await inTurn(async () => {
        // Changed, sent or removed meanwhile.
        const current = noteWaiting(writer, note.noteId)
        return current ? { current, ...(await send(writer, current)) } : null
      })
      if (!outcome || outcome.verdict === 'saved') continue
      const { verdict, error, current } = outcome
      if (verdict === 'again') sendLater(writer, error, isOwnTry)
      if (verdict !== 'refused') return
      if (markRefused(writer, current)) deps.onRefused(error)
    }
  }

  return {
    write: (writer, note) => {
      keepNote(writer, note)
      return inTurn(async () => {
        const outcome = await send(writer, note)
        if (outcome.verdict === 'saved') return { type: 'saved' }
        const { verdict, error } = outcome
        if (verdict === 'again') sendLater(writer, error, false)
        if (verdict === 'again' || verdict === 'signed-out')
          return { type: 'waiting', isNews: isNews('waiting') }
        if (verdict === 'refused') markRefused(writer, note)
        return { type: 'refused', error, isNews: isNews(note.noteId) }
      })
    },
    sendAll: (writer) => sendWaiting(writer, false),
    remove: (writer, noteId) =>
      inTurn(async () => {
        await deps.remove(noteId)
        dropNote(writer, noteId)
      }),
    stop,
  }
}
