import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AuthFixture, createAuthFixture, publicUrl } from './auth-fixture.ts'

const client = { clientId: 'officina', clientSecret: 'a-secret-between-two-servers' }
let issuer: { url: string; close: () => void }
let house: AuthFixture

beforeAll(async () => {
  issuer = await startIssuer()
  house = await createAuthFixture({ issuer: issuer.url, label: 'The office’s sign-in', ...client })
})
afterAll(async () => {
  await house.close()
  issuer.close()
})

test('meets a person on file by the address the issuer has verified, each time again', async () => {
  const id = await house.addPerson('ewa@office.test', { password: null })
  for (const address of ['10.0.0.1', '10.0.0.2']) {
    const browser = house.browser(address)
    const landed = await signInAt(browser, 'ewa@office.test')
    expect(landed).toBe('/catalogue')
    expect(await browser.who()).toMatchObject({ personId: id })
  }
  const accounts = await house.sql`select provider_id from auth_account where person_id = ${id}`
  expect(accounts.map(({ provider_id }) => provider_id)).toEqual(['oidc'])
})

test('never makes a person of whoever is not on file', async () => {
  const browser = house.browser('10.0.0.3')
  expect(await signInAt(browser, 'stranger@office.test')).toMatch(
    /^\/sign-in\?error=signup_disabled/,
  )
  expect(await browser.who()).toBeNull()
  expect(await house.sql`select from person where email = 'stranger@office.test'`).toHaveLength(0)
})

test('does not trust an address the issuer has not verified', async () => {
  await house.addPerson('unverified@office.test', { password: null })
  const browser = house.browser('10.0.0.4')
  expect(await signInAt(browser, 'unverified@office.test')).toMatch(/error=account_not_linked/)
  expect(await browser.who()).toBeNull()
})

test('refuses whoever is deactivated here', async () => {
  await house.addPerson('gone@office.test', { password: null, active: false })
  const browser = house.browser('10.0.0.5')
  expect(await signInAt(browser, 'gone@office.test')).toMatch(/error=/)
  expect(await browser.who()).toBeNull()
})

test('an answer that nobody asked for is refused', async () => {
  const browser = house.browser('10.0.0.6')
  const response = await browser.call(
    `${publicUrl}/api/auth/callback/oidc?code=made-up&state=made-up`,
  )
  expect(response.headers.get('location')).toMatch(/error=/)
  expect(await browser.who()).toBeNull()
})

/** Walks the redirects as a browser would; returns path and query where it lands at our site. */
async function signInAt(
  browser: ReturnType<AuthFixture['browser']>,
  email: string,
): Promise<string> {
  const begin = await browser.call('/sign-in/social', {
    provider: 'oidc',
    callbackURL: '/catalogue',
    errorCallbackURL: '/sign-in',
  })
  let url = ((await begin.json()) as { url: string }).url
  const jar = new Map<string, string>()
  for (let step = 0; step < 12; step++) {
    if (url.startsWith(publicUrl)) {
      const response = await browser.call(url)
      const { pathname, search } = new URL(response.headers.get('location') ?? '', publicUrl)
      return pathname + search
    }
    const isForm = new URL(url).pathname.startsWith('/interaction/')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(isForm
        ? { method: 'POST', body: new URLSearchParams({ ...(await promptAt(url)), login: email }) }
        : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    url = new URL(response.headers.get('location') ?? '', url).href
  }
  throw new Error(`still at ${url}`)

  async function promptAt(form: string) {
    const page = await fetch(form, {
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    const prompt = /name="prompt" value="(\w+)"/.exec(await page.text())?.[1] ?? 'login'
    return { prompt, password: 'any' }
  }
}

async function startIssuer() {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is never a pipe's name.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(url, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${publicUrl}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['key-of-the-test'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: `subject-of-${id}`.slice(0, 60),
        email: id,
        email_verified: !id.startsWith('unverified'),
        name: 'Name at the issuer',
      }),
    }),
  })
  server.on('request', provider.callback())
  return { url, close: () => server.close() }
}
