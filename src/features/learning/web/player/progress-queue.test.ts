import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LessonSave } from '../../model/lesson-save.ts'
import { mergeSave, untouchedLesson } from '../../model/merge-saves.ts'
import { createProgressQueue, joined, type NewSave } from './progress-queue.ts'
import type { SaveStorage } from './save-storage.ts'

test('a save is sent once and then forgotten', async () => {
  const desk = makeDesk()
  desk.queue.add(opening({ presentSeconds: 10 }))
  await desk.pass()
  expect(desk.sent).toHaveLength(1)
  expect(desk.queue.pending()).toEqual([])
  expect(desk.queue.state().kind).toBe('saved')
})

test('saves made while the line is down wait, say so, and go out when it is back', async () => {
  const desk = makeDesk()
  desk.line.online = false
  desk.queue.add(opening({ presentSeconds: 10 }))
  await desk.pass()
  desk.queue.add(opening({ completed: true }), { atOnce: true })
  expect(desk.queue.state()).toEqual({ kind: 'waiting', saves: 2 })
  desk.line.online = true
  await desk.pass()
  expect(desk.sent.flat()).toMatchObject([{ presentSeconds: 10 }, { completed: true }])
  expect(desk.queue.state().kind).toBe('saved')
})

test('a page opened again takes up what the last one left', async () => {
  const desk = makeDesk()
  desk.queue.add(opening({ presentSeconds: 10 }))
  desk.queue.stop()
  const next = makeDesk(desk.storage)
  expect(next.queue.pending()).toHaveLength(1)
  await next.queue.flush()
  expect(next.sent.flat()).toMatchObject([{ presentSeconds: 10 }])
})

test('a save whose answer was lost never changes either', async () => {
  const desk = makeDesk()
  desk.queue.add(opening({ presentSeconds: 10 }))
  desk.line.online = false
  await desk.queue.flush()
  desk.queue.add(opening({ presentSeconds: 5 }))
  expect(desk.queue.pending().map(({ presentSeconds }) => presentSeconds)).toEqual([10, 5])
})

test('a save on its way never changes: the next one goes by itself', async () => {
  const desk = makeDesk()
  desk.queue.add(opening({ presentSeconds: 10 }))
  const flushing = desk.queue.flush()
  desk.queue.add(opening({ presentSeconds: 5 }))
  await flushing
  expect(desk.sent.flat().map(({ presentSeconds }) => presentSeconds)).toEqual([10, 5])
})

test('what the server refuses for good is not sent again and again', async () => {
  const desk = makeDesk()
  desk.line.refuses = true
  desk.queue.add(opening({}))
  await desk.pass()
  expect(desk.queue.state()).toEqual({ kind: 'refused', saves: 1 })
  expect(desk.waiting()).toBe(false)
})

test('of two tabs on one lesson neither sends what the other still adds to', async () => {
  const kept = memoryStorage()
  const held = new Map<string, string>()
  const asTab = (tab: string): SaveStorage => ({
    ...kept,
    put: (save) => {
      kept.put(save)
      held.set(save.id, tab)
    },
    release: (ids) => {
      for (const id of ids) held.delete(id)
    },
    isHeldElsewhere: (id) => held.has(id) && held.get(id) !== tab,
  })
  const [one, other] = [makeDesk(asTab('one')), makeDesk(asTab('other'), 30)]
  one.queue.add(opening({ presentSeconds: 10 }))
  other.queue.add(opening({ presentSeconds: 5 }))
  await other.pass()
  expect(other.sent.flat().map(({ presentSeconds }) => presentSeconds)).toEqual([5])
  one.queue.add(opening({ presentSeconds: 10 }))
  await one.pass()
  const seconds = [...one.sent, ...other.sent].flat().map(({ presentSeconds }) => presentSeconds)
  expect(seconds.reduce((sum, each) => sum + each, 0)).toBe(25)
})

test('who never stops scrolling is heard of all the same', () => {
  const desk = makeDesk()
  desk.queue.add(opening({ presentSeconds: 1 }))
  desk.queue.add(opening({ presentSeconds: 1 }))
  desk.queue.add(opening({ presentSeconds: 1 }))
  expect(desk.timersSet()).toBe(1)
})

test('two saves joined say what both say one after the other', () => {
  const save = fc.record({
    id: fc.uuid({ version: 7 }),
    lessonKey: fc.constant('opening'),
    at: fc.constant(''),
    position: fc.option(
      fc.record({
        block: fc.nat(9),
        share: fc.constantFrom(0, 0.5, 1),
        read: fc.constantFrom(0, 0.5, 1),
      }),
    ),
    presentSeconds: fc.nat(600),
    blocks: fc.dictionary(fc.constantFrom('a', 'b'), fc.array(fc.nat(3), { maxLength: 2 })),
    completed: fc.boolean(),
  })
  fc.assert(
    fc.property(save, save, (one, other) => {
      const earlier = { ...one, at: '2026-11-18T09:00:00.000Z' }
      const later = { ...other, at: '2026-11-18T09:01:00.000Z' }
      const both = valuesOf(mergeSave(mergeSave(untouchedLesson, earlier), later))
      expect(valuesOf(mergeSave(untouchedLesson, joined(earlier, later)))).toEqual(both)
    }),
  )
})

/** Stamps aside: a joined save carries one. */
function valuesOf({ position, blocks, presentSeconds, completedAt }: typeof untouchedLesson) {
  return {
    place: position && [position.block, position.share],
    blocks: Object.fromEntries(Object.entries(blocks).map(([id, { value }]) => [id, value])),
    presentSeconds,
    completed: completedAt !== null,
  }
}

const opening = (parts: Partial<NewSave>): NewSave => ({
  lessonKey: 'opening',
  position: null,
  presentSeconds: 0,
  blocks: {},
  completed: false,
  ...parts,
})

function makeDesk(storage: SaveStorage = memoryStorage(), firstMinute = 0) {
  let minute = firstMinute
  let timersSet = 0
  let timer: (() => void) | null = null
  const line = { online: true, refuses: false }
  const sent: LessonSave[][] = []
  const queue = createProgressQueue({
    storage,
    send: async (saves) => {
      if (line.refuses) throw new Error('refused')
      if (!line.online) throw new TypeError('no line')
      sent.push(saves)
      return saves.map(({ id }) => id)
    },
    isFinal: (error) => !(error instanceof TypeError),
    pauseMs: () => 1000,
    clock: () => new Date(Date.UTC(2026, 10, 18, 9, minute++)),
    newId: () => `01900000-0000-7000-8000-${String(minute).padStart(12, '0')}`,
    wait: (run) => {
      timer = run
      timersSet += 1
      return () => {
        timer = null
      }
    },
  })
  return {
    queue,
    storage,
    line,
    sent,
    waiting: () => timer !== null,
    timersSet: () => timersSet,
    /** Lets the timer that is set run out. */
    pass: () => {
      timer?.()
      return queue.flush()
    },
  }
}

function memoryStorage(): SaveStorage {
  const saves = new Map<string, LessonSave>()
  return {
    read: () => [...saves.values()],
    put: (save) => {
      saves.set(save.id, save)
    },
    release: () => {},
    isHeldElsewhere: () => false,
    remove: (ids) => {
      for (const id of ids) saves.delete(id)
    },
  }
}
