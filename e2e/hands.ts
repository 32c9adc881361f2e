import { expect, type Locator, type Page } from '@playwright/test'

/** How a person works a page: by pointing, or with the keyboard alone. */
export type Hands = {
  press: (target: Locator) => Promise<void>
  choose: (radio: Locator) => Promise<void>
  tick: (checkbox: Locator) => Promise<void>
  write: (field: Locator, text: string) => Promise<void>
  scrollToEnd: () => Promise<void>
}

export function pointing(page: Page): Hands {
  /** Radios and checkboxes are inside what is really pressed: their label. */
  const labelOf = (control: Locator) => page.locator('label').filter({ has: control })
  return {
    press: (target) => target.click(),
    choose: async (radio) => {
      await labelOf(radio).click()
      await expect(radio).toBeChecked()
    },
    tick: async (checkbox) => {
      if (!(await checkbox.isChecked())) await labelOf(checkbox).click()
      await expect(checkbox).toBeChecked()
    },
    write: (field, text) => field.fill(text),
    scrollToEnd: () => page.mouse.wheel(0, 100_000),
  }
}

export function keyboardAlone(page: Page): Hands {
  const isFocused = (target: Locator) =>
    target.evaluate((element) => element === document.activeElement)

  async function tabTo(target: Locator) {
    await expect(target).toBeVisible()
    for (let presses = 0; presses < 400; presses += 1) {
      if (await isFocused(target)) {
        await expectSeen(target)
        return
      }
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${target}`)
  }

  return {
    press: async (target) => {
      await tabTo(target)
      await page.keyboard.press('Enter')
    },
    choose: async (radio) => {
      await tabTo(page.getByRole('radio').first())
      await page.keyboard.press('Space')
      for (let presses = 0; presses < 20 && !(await isFocused(radio)); presses += 1)
        await page.keyboard.press('ArrowDown')
      await expect(radio).toBeChecked()
    },
    tick: async (checkbox) => {
      await tabTo(checkbox)
      if (!(await checkbox.isChecked())) await page.keyboard.press('Space')
      await expect(checkbox).toBeChecked()
    },
    write: async (field, text) => {
      await tabTo(field)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    scrollToEnd: () => page.keyboard.press('End'),
  }
}

/** WCAG 2.4.7 and 2.4.11: who tabs sees where she is, not behind a fixed bar. */
async function expectSeen(target: Locator) {
  await expect
    .poll(() =>
      target.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        const at = document.elementFromPoint(left + width / 2, top + height / 2)
        return at !== null && (element.contains(at) || at.contains(element))
      }),
    )
    .toBe(true)
}
