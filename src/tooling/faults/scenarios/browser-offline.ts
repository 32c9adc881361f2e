import { setTimeout as pause } from 'node:timers/promises'
import { expect, openBrowser, press, say, tick, untilKept } from '../browser.ts'
import { databaseUrl } from '../database.ts'
import { answersOf, lessonState } from '../lesson-state.ts'
import { startProxy } from '../proxy.ts'
import { must, type Scenario } from '../scenario.ts'

const lesson = 'listening'
const checklist = 'listening-practice'

export const browserOffline: Scenario = {
  name: 'browser-offline',
  title:
    'a lesson and a quiz go on for an hour without a connection, are reloaded, and lose nothing',
  browser: true,
  run: async (stage) => {
    const server = await stage.start()
    const url = databaseUrl(stage.dataDir)
    const [learner] = stage.template.learners
    must(learner !== undefined, 'there are no learners')
    const { enrolmentId, attemptId } = learner
    // Between browser and server, for what a page sends as it is left gets past the browser's own switch.
    const line = await startProxy({ host: '127.0.0.1', port: Number(new URL(server.base).port) })
    stage.onClear(line.close)
    const device = await (await openBrowser(stage, `http://localhost:${line.port}`))(learner)
    await device.context.clock.install()
    const reading = await device.open(`/learn/${enrolmentId}/${lesson}`)
    await expect(reading.getByRole('checkbox').first()).toBeVisible()
    await reading.clock.fastForward(5_000)
    await untilKept(reading)
    const quiz = await device.open(`/learn/${enrolmentId}/quiz/${attemptId}`)
    await expect(quiz.getByRole('heading', { level: 1 })).toHaveText(/Question/)

    await device.context.setOffline(true)
    line.down()
    const state = () => lessonState(url, enrolmentId, lesson, checklist)
    const before = await settled(state)
    await tick(reading, 0)
    await tick(reading, 2)
    await reading.getByRole('textbox').first().fill('Written on the train.')
    await reading.getByRole('textbox').first().blur()
    const answered = await answerHere(quiz)
    await reading.clock.runFor(15_000)
    await expect(reading.getByText(say.kept).first()).toBeAttached()
    await quiz.clock.runFor(5_000)
    await expect(quiz.getByText(say.answersKept)).toBeVisible()
    await reading.clock.fastForward('01:00:00')
    await quiz.clock.fastForward('01:00:00')
    await expect(reading.getByText(say.kept).first()).toBeAttached()

    // Reloaded without a connection: the app itself says what is going on.
    for (const page of [reading, quiz]) {
      await page.reload()
      await page.clock.runFor(15_000)
      await expect(page.getByRole('heading', { name: say.away })).toBeVisible()
      await expect(page.getByText(say.opensItself)).toBeVisible()
    }
    const offline = await state()
    must(offline.receipts === before.receipts, 'something was sent without a connection')

    // The line is back: nobody touches anything.
    line.up()
    await device.context.setOffline(false)
    for (const page of [reading, quiz]) await page.clock.runFor(30_000)
    await expect(reading.getByRole('checkbox').nth(0)).toBeChecked()
    await expect(reading.getByRole('checkbox').nth(2)).toBeChecked()
    await expect(reading.getByRole('textbox').first()).toHaveValue('Written on the train.')
    await expect(quiz.getByRole('heading', { level: 1 })).toHaveText(/Question/)
    for (const page of [reading, quiz]) await page.clock.runFor(15_000)
    await expect.poll(async () => (await state()).ticked, { timeout: 20_000 }).toEqual([0, 2])
    await expect.poll(async () => (await answersOf(url, attemptId)).length).toBe(1)
    const [stored] = await answersOf(url, attemptId)
    must(
      JSON.stringify(stored?.response).includes(answered),
      'another answer was stored than was given',
    )
    must(server.isRunning(), 'the server ended')
    stage.note(
      'kept in the browser for an hour, reloaded, sent by itself; ticks, note and answer once each',
    )
  },
}

/** Once what was under way has arrived: nothing more came within half a second. */
async function settled<State extends { receipts: number }>(read: () => Promise<State>) {
  for (let last = await read(); ; ) {
    await pause(500)
    const next = await read()
    if (next.receipts === last.receipts) return next
    last = next
  }
}

/** Gives an answer to the first question, whatever its type; gives what must be found in it. */
async function answerHere(quiz: import('@playwright/test').Page): Promise<string> {
  const radio = quiz.getByRole('radio').first()
  const text = quiz.getByRole('main').getByRole('textbox').first()
  const box = quiz.getByRole('checkbox').first()
  await expect(
    radio
      .or(text)
      .or(box)
      .or(quiz.getByRole('button', { name: /Move/ }).first())
      .first(),
  ).toBeVisible()
  if (await text.isVisible()) {
    await text.fill('on the train')
    await text.blur()
    return 'on the train'
  }
  if (await radio.isVisible()) {
    await press(radio)
    return 'single-choice'
  }
  if (await box.isVisible()) {
    await press(box)
    return 'multiple-choice'
  }
  await quiz
    .getByRole('button', { name: /Move down/ })
    .first()
    .click()
  return 'order'
}
