import { demoPassword, emailOf, signInAs } from './accounts.ts'
import { expect, test } from './watched-test.ts'

test('no page asks another host for anything', async ({ page, baseURL }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && origin !== baseURL) foreign.push(request.url())
  })
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await signInAs(page, 'manager')
  for (const path of ['/', '/catalogue', '/dashboard', '/offices', '/me', '/help', '/design']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  expect(foreign).toEqual([])
})

test('the policy of the page lets no script run that is not a file of ours', async ({ page }) => {
  const answer = await page.goto('/sign-in')
  const policy = new Map(
    (answer?.headers()['content-security-policy'] ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name, sources.join(' ')]
    }),
  )
  expect(policy.get('script-src')).toBe("'self'")
  expect(policy.get('default-src')).toBe("'self'")
  expect(policy.get('object-src')).toBe("'none'")
  expect(policy.get('base-uri')).toBe("'none'")
  expect(policy.get('frame-ancestors')).toBe("'none'")
  expect(answer?.headers()['x-content-type-options']).toBe('nosniff')
})

test.describe('a script smuggled into the page', () => {
  test.use({ expectedErrors: [/Content Security Policy/] })

  test('does not run', async ({ page }) => {
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const hasRun = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.documentElement.dataset.smuggled = "yes"'
      document.body.append(script)
      return 'smuggled' in document.documentElement.dataset
    })
    expect(hasRun).toBe(false)
  })
})

test('no script can read the session, and no other site can send it', async ({ page, context }) => {
  await signInAs(page, 'manager')
  const cookies = await context.cookies()
  const session = cookies.find(({ name }) => /session_token/.test(name))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(await page.evaluate(() => document.cookie)).not.toContain('session')
})

test.describe('a session that has ended', () => {
  test.use({ expectedErrors: [/401/] })

  test('leads to the sign-in page at once, and back afterwards', async ({ page, context }) => {
    await signInAs(page, 'manager')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const navigation = page.getByRole('navigation', { name: 'Main' })
    let asked = 0
    page.on('request', (request) => {
      if (request.url().includes('/rpc/')) asked += 1
    })
    await context.clearCookies()
    await navigation.getByRole('link', { name: 'Catalogue' }).click()
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await expect(page.getByLabel('E-mail')).toBeVisible()
    // Whatever was shown asks once more at most, and is not asked again for being refused.
    expect(asked).toBeLessThan(10)
    await page.getByLabel('E-mail').fill(emailOf('manager'))
    await page.getByLabel('Password', { exact: true }).fill(demoPassword)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(navigation).toBeVisible()
  })
})

for (const [name, headers] of [
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
  ['nowhere', {}],
] as const)
  test(`a change sent with the session from ${name} is refused`, async ({ page }) => {
    await signInAs(page, 'manager')
    const change = await page.request.patch('/api/me/profile', {
      headers,
      data: { language: 'hu' },
    })
    expect(change.status()).toBe(403)
    const signIn = await page.request.post('/api/auth/sign-in/email', {
      headers,
      data: { email: emailOf('manager'), password: demoPassword },
    })
    expect(signIn.status()).toBe(403)
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
