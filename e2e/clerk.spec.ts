import type { Page } from '@playwright/test'
import type { Language } from '../src/contract/primitives.ts'
import { type Account, demoPassword, emailOf, speak } from './accounts.ts'
import { courseIn, type KeyQuestion } from './course.ts'
import { type Hands, keyboardAlone, pointing } from './hands.ts'
import { expect, test } from './watched-test.ts'
import { escaped, type Say, wordsOf } from './words.ts'

test.setTimeout(420_000)

// Each journey has a person of its own: all run against one server.
const journeys: {
  name: string
  account: Account
  language: Language
  viewport: { width: number; height: number }
  hands: (page: Page) => Hands
  signIn: (page: Page, journey: { account: Account; say: Say; hands: Hands }) => Promise<void>
}[] = [
  {
    name: 'in Polish on a phone of 360 px',
    account: 'clerk',
    language: 'pl',
    viewport: { width: 360, height: 740 },
    hands: pointing,
    signIn: byOnePress,
  },
  {
    name: 'in Hungarian',
    account: 'clerk.hu',
    language: 'hu',
    viewport: { width: 768, height: 1024 },
    hands: pointing,
    signIn: byPassword,
  },
  {
    name: 'in English on a desktop',
    account: 'author',
    language: 'en',
    viewport: { width: 1280, height: 900 },
    hands: pointing,
    signIn: byPassword,
  },
  {
    name: 'with the keyboard alone',
    account: 'examiner',
    language: 'en',
    viewport: { width: 1280, height: 900 },
    hands: keyboardAlone,
    signIn: byPassword,
  },
]

for (const { name, account, language, viewport, signIn, ...journey } of journeys) {
  test.describe(name, () => {
    test.use({ viewport, locale: language })

    test(`from sign-in to the passed quiz, ${name}`, async ({ page }) => {
      const say = await wordsOf(language)
      const hands = journey.hands(page)
      const course = courseIn(language)

      await page.goto('/')
      await expect(page).toHaveURL(/\/sign-in/)
      await signIn(page, { account, say, hands })
      await expect(page).toHaveURL(/\/$/)
      if ((await page.locator('html').getAttribute('lang')) !== language) {
        await speak(page, language)
        await page.reload()
      }
      await expect(page.locator('html')).toHaveAttribute('lang', language)

      await test.step('finds the course in the catalogue and begins or goes on', async () => {
        await hands.press(
          page
            .getByRole('navigation', { name: say('Main') })
            .getByRole('link', { name: say('Catalogue') }),
        )
        const heading = page.getByRole('heading', { level: 1 })
        await expect(heading).toHaveText(say('Catalogue'))
        await hands.press(page.getByRole('link', { name: course.title, exact: true }))
        await expect(heading).toHaveText(literally(course.title))
        const begin = page.getByRole('button', { name: say('Enrol and begin') })
        const goOn = page.getByRole('link', { name: say('Go on') })
        const open = page.getByRole('link', { name: say('Begin') })
        await hands.press(begin.or(goOn).or(open))
        await expect(page).toHaveURL(/\/learn\//)
      })

      await test.step('reads every lesson that is left to its end', () =>
        readLessons(page, hands, say, course.lessons))

      await test.step('answers every question of the quiz', async () => {
        // A repeated run goes on with the attempt that the first one left.
        const start = page.getByRole('button', { name: say('Start the quiz') })
        await hands.press(start.or(page.getByRole('link', { name: say('Go on with the quiz') })))
        await answerAll(page, hands, say, course.questions)
      })

      await test.step('hands it in and has passed', async () => {
        await expect(page.getByText(say('Not answered'))).toHaveCount(0)
        await hands.press(page.getByRole('button', { name: say('Hand in the quiz') }))
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('You passed the quiz'))
      })

      await test.step('sees on the start page that the course is completed', async () => {
        await hands.press(page.getByRole('main').getByRole('link', { name: say('My training') }))
        const results = page.getByRole('complementary', { name: say('My courses and results') })
        const row = results.getByRole('listitem').filter({ hasText: literally(course.title) })
        await expect(row).toContainText(/100\s?%/)
        await expect(results).toContainText(/1.*1/)
      })
    })
  })
}

/** The demonstration's list of roles: one press, no password. */
async function byOnePress(page: Page, { say, hands }: { say: Say; hands: Hands }) {
  await hands.press(
    page.getByRole('button', { name: new RegExp(say('Clerk').source.slice(0, -1)) }),
  )
}

async function byPassword(
  page: Page,
  { account, say, hands }: { account: Account; say: Say; hands: Hands },
) {
  await hands.write(page.getByRole('textbox', { name: say('E-mail address') }), emailOf(account))
  await hands.write(page.getByLabel(say('Password')), demoPassword)
  await hands.press(page.getByRole('button', { name: say('Sign in') }))
}

async function readLessons(
  page: Page,
  hands: Hands,
  say: Say,
  lessons: readonly { key: string; title: string }[],
) {
  for (let visited = 0; visited < lessons.length; visited += 1) {
    await expect(page).toHaveURL(/\/learn\/[^/]+\/[a-z-]+$/)
    const address = page.url()
    const key = address.split('/').at(-1)
    if (key === 'quiz') return
    const index = lessons.findIndex((lesson) => lesson.key === key)
    const title = lessons[index]?.title ?? ''
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(literally(title))
    await expect(async () => {
      await hands.scrollToEnd()
      await expect(
        page.getByText(say('Read to the end, and the lesson can be finished here.')),
      ).toHaveCount(0, { timeout: 1_500 })
    }).toPass({ timeout: 30_000 })
    const isLast = index === lessons.length - 1
    const button = (name: string) => page.getByRole('button', { name: say(name) })
    await hands.press(
      isLast ? button('Finish lesson').or(button('Closing quiz')) : button('Next lesson'),
    )
    await expect(page).not.toHaveURL(address)
  }
  await expect(page).toHaveURL(/\/quiz$/)
}

async function answerAll(page: Page, hands: Hands, say: Say, key: readonly KeyQuestion[]) {
  await expect(page).toHaveURL(/\/quiz\/[^/]+$/)
  const steps = page.getByRole('navigation', { name: say('All questions') }).getByRole('link')
  await expect(steps.first()).toBeVisible()
  const total = await steps.count()
  await hands.press(steps.first())
  expect(total).toBeGreaterThanOrEqual(12)
  for (let number = 1; number <= total; number += 1) {
    const values = { number, 0: total }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      say('Question {number} of {0}', values),
    )
    const shown = spaced(await page.getByRole('main').textContent())
    const question = key.find(({ prompt }) => shown.includes(spaced(prompt)))
    if (!question) throw new Error(`a question that no author wrote:\n${shown}`)
    await answer(page, hands, say, question)
    await expect(
      page.getByRole('link', { name: say('Question {number}, answered', values) }),
    ).toBeVisible()
    await hands.press(
      page.getByRole('link', {
        name: number < total ? say('Next question') : say('Check your answers'),
      }),
    )
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Check your answers'))
}

async function answer(page: Page, hands: Hands, say: Say, question: KeyQuestion) {
  const named = (role: 'radio' | 'checkbox', text: string) =>
    page.getByRole(role, { name: text, exact: true })
  switch (question.type) {
    case 'single-choice':
      for (const { text } of question.options.filter(({ right }) => right))
        await hands.choose(named('radio', text))
      return
    case 'multiple-choice': {
      const right = question.options.filter((option) => option.right).map(({ text }) => text)
      const labels = page
        .getByRole('group', { name: question.prompt, exact: true })
        .locator('label')
      // In the order of the screen, so that Tab goes forward only.
      for (const label of await labels.allTextContents()) {
        const text = right.find((each) => spaced(each) === spaced(label))
        if (text) await hands.tick(named('checkbox', text))
      }
      return
    }
    case 'true-false':
      await hands.choose(page.getByRole('radio', { name: say(question.answer ? 'True' : 'False') }))
      return
    case 'short-answer':
      await hands.write(
        page.getByRole('textbox', { name: question.prompt, exact: true }),
        question.accept[0] ?? '',
      )
      return
    case 'order':
      await putInOrder(page, hands, say, question)
  }
}

/** Moves each step up to its place; a right order that was drawn by chance is touched once, to count as given. */
async function putInOrder(
  page: Page,
  hands: Hands,
  say: Say,
  { prompt, items }: { prompt: string; items: readonly { text: string }[] },
) {
  const rows = page.getByRole('group', { name: prompt, exact: true }).getByRole('listitem')
  const order = async () => (await rows.allTextContents()).map(spaced)
  const placeOf = async (text: string) =>
    (await order()).findIndex((row) => row.includes(spaced(text)))
  const move = async (name: 'Move up: {0}' | 'Move down: {0}', text: string) => {
    const before = await placeOf(text)
    await hands.press(page.getByRole('button', { name: say(name, { 0: text }) }))
    await expect.poll(() => placeOf(text)).toBe(before + (name === 'Move up: {0}' ? -1 : 1))
  }
  let moves = 0
  for (const [place, { text }] of items.entries())
    while ((await placeOf(text)) > place) {
      await move('Move up: {0}', text)
      moves += 1
    }
  const [first] = items
  if (moves > 0 || !first) return
  await move('Move down: {0}', first.text)
  await move('Move up: {0}', first.text)
}

const spaced = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
const literally = (text: string) => new RegExp(escaped(text))
