import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AuthFixture, createAuthFixture, goodPassword, secret } from './auth-fixture.ts'

let house: AuthFixture
let count = 0
const newEmail = () => `person${++count}@office.test`

beforeAll(async () => {
  house = await createAuthFixture()
})
afterAll(() => house.close())

test('signs in with e-mail in any case, and out again', async () => {
  const email = newEmail()
  const id = await house.addPerson(email)
  const browser = house.browser('10.0.0.1')
  const response = await browser.signIn(email.toUpperCase(), goodPassword)
  expect(response.status).toBe(200)
  const cookie = response.headers.getSetCookie().find((line) => line.includes('session_token'))
  expect(cookie).toMatch(/^officina\.session_token=.+HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(await browser.who()).toMatchObject({
    personId: id,
    displayName: 'Dorota Wrona',
    grants: [],
  })
  await browser.call('/sign-out', {})
  expect(await browser.who()).toBeNull()
})

test('refuses whoever is deactivated, with the right password too', async () => {
  const email = newEmail()
  await house.addPerson(email, { active: false })
  const browser = house.browser('10.0.0.2')
  expect((await browser.signIn(email, goodPassword)).status).toBe(401)
  expect(await browser.who()).toBeNull()
})

test('nobody registers herself, renames herself or changes her address', async () => {
  const email = newEmail()
  await house.addPerson(email)
  const browser = house.browser('10.0.0.3')
  await browser.signIn(email, goodPassword)
  const attempts = [
    browser.call('/sign-up/email', {
      email: 'new@office.test',
      password: goodPassword,
      name: 'New',
    }),
    browser.call('/update-user', { name: 'Somebody Else' }),
    browser.call('/change-email', { newEmail: 'other@office.test' }),
    browser.call('/delete-user', {}),
  ]
  for (const attempt of attempts) expect((await attempt).status).toBeGreaterThanOrEqual(400)
  expect(await browser.who()).toMatchObject({ displayName: 'Dorota Wrona', email })
})

test.each([
  ['/sign-in/email', { email: 'a\u0000@office.test', password: goodPassword }],
  ['/reset-password', { token: 'a\u0000', newPassword: goodPassword }],
  ['/passkey/delete-passkey', { id: 'no id' }],
  ['/passkey/update-passkey', { id: 'no id', name: 'Key' }],
])('%s refuses what cannot be stored', async (path, body) => {
  const email = newEmail()
  await house.addPerson(email)
  const browser = house.browser('10.0.0.6')
  await browser.signIn(email, goodPassword)
  expect((await browser.call(path, body)).status).toBe(400)
})

test('what a stranger gets wrong is answered, and is no error of ours', async () => {
  const browser = house.browser('10.0.0.8')
  for (const [type, body] of [
    ['text/plain', 'x'],
    ['application/json', '{'],
  ] as const) {
    const answer = await browser.send('/sign-in/email', body, type)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  }
  expect((await browser.signIn('nobody@office.test', goodPassword)).status).toBe(401)
  expect(house.errors).toEqual([])
})

test.each(['/list-sessions', '/list-accounts'])('%s shows no tokens', async (path) => {
  const email = newEmail()
  await house.addPerson(email)
  const browser = house.browser('10.0.0.7')
  await browser.signIn(email, goodPassword)
  expect((await browser.call(path)).status).toBe(404)
})

test('on https the cookie of plain http is nobody', async () => {
  const { createSessionFor, resolveSession } = await import('./session.ts')
  const id = await house.addPerson(newEmail())
  const who = async (publicUrl: string, cookieOf: string) => {
    const cookie = await createSessionFor(house.db, id, { secret, publicUrl: cookieOf })
    const request = { headers: new Headers({ cookie }) }
    const clock = () => new Date()
    return (await resolveSession(house.sql, request, secret, clock, { publicUrl }))?.personId
  }
  expect(await who('https://officina.test', 'https://officina.test')).toBe(id)
  expect(await who('https://officina.test', 'http://officina.test')).toBeUndefined()
  expect(await who('http://officina.test', 'http://officina.test')).toBe(id)
})

test('a cookie without our signature is nobody', async () => {
  const email = newEmail()
  await house.addPerson(email)
  const browser = house.browser('10.0.0.4')
  await browser.signIn(email, goodPassword)
  const [session] = await house.sql<{ token: string }[]>`
    select token from auth_session s join person p on p.id = s.person_id where p.email = ${email}`
  const forged = createHmac('sha256', 'another secret')
    .update(session?.token ?? '')
    .digest('base64')
  const stranger = house.browser('10.0.0.5')
  await stranger.call('/ok')
  const { resolveSession } = await import('./session.ts')
  for (const value of [
    session?.token,
    `${session?.token}.${forged}`,
    `${session?.token}.`,
    '%E0%A4%A',
  ])
    expect(
      await resolveSession(
        house.sql,
        { headers: new Headers({ cookie: `officina.session_token=${value}` }) },
        'a-secret-of-the-tests-that-is-long-enough',
        () => new Date(),
      ),
    ).toBeNull()
})

test('waits grow after wrong passwords, and never lock', async () => {
  const email = newEmail()
  await house.addPerson(email)
  const stranger = house.browser('10.9.9.9')
  for (let attempt = 0; attempt < 5; attempt++)
    expect((await stranger.signIn(email, 'wrong password!')).status).toBe(401)
  const refused = await stranger.signIn(email, goodPassword)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  // Whatever was tried before, a minute is the longest wait.
  for (let attempt = 0; attempt < 12; attempt++) {
    house.wait(61)
    expect((await stranger.signIn(email, 'wrong password!')).status).toBe(401)
  }
  house.wait(61)
  expect((await stranger.signIn(email, goodPassword)).status).toBe(200)
})

test('a stranger’s failures make her wait neither elsewhere nor on a device she knows', async () => {
  const email = newEmail()
  await house.addPerson(email)
  const own = house.browser('10.1.1.1')
  expect((await own.signIn(email, goodPassword)).status).toBe(200)
  own.forgetSession()
  // The stranger even shares the office's address.
  const stranger = house.browser('10.1.1.1')
  for (let attempt = 0; attempt < 8; attempt++) await stranger.signIn(email, 'wrong password!')
  expect((await stranger.signIn(email, goodPassword)).status).toBe(429)
  expect((await own.signIn(email, goodPassword)).status).toBe(200)
  expect((await house.browser('10.2.2.2').signIn(email, goodPassword)).status).toBe(200)
})

test('parallel guesses do not slip past the wait', async () => {
  const email = newEmail()
  await house.addPerson(email)
  const stranger = house.browser('10.3.3.3')
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => stranger.signIn(email, 'wrong password!')),
  )
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5)
})

test.each(['by mail', 'by herself'])(
  'a password changed %s makes earlier links worthless',
  async (how) => {
    const email = newEmail()
    await house.addPerson(email)
    const browser = house.browser('10.0.0.8')
    await browser.signIn(email, goodPassword)
    for (let asked = 0; asked < 2; asked++) await browser.call('/request-password-reset', { email })
    const [first, second] = (await house.mails())
      .filter(({ payload }) => payload.to === email)
      .map(({ payload }) => new URL(payload.data.link).searchParams.get('token'))
    const change =
      how === 'by mail'
        ? browser.call('/reset-password', { token: second, newPassword: 'a river of paper' })
        : browser.call('/change-password', {
            currentPassword: goodPassword,
            newPassword: 'a river of paper',
          })
    expect((await change).status).toBe(200)
    const late = await browser.call('/reset-password', {
      token: first,
      newPassword: 'rivers of ink',
    })
    expect(late.status).toBe(400)
  },
)

test('resets a password by mail once, ends sessions, and refuses easy ones', async () => {
  const email = newEmail()
  await house.addPerson(email)
  const browser = house.browser('10.0.0.7')
  await browser.signIn(email, goodPassword)
  const known = await browser.call('/request-password-reset', {
    email,
    redirectTo: '/reset-password',
  })
  const unknown = await browser.call('/request-password-reset', {
    email: 'nobody@office.test',
    redirectTo: '/reset-password',
  })
  expect(await known.json()).toEqual(await unknown.json())
  const [mail] = (await house.mails()).filter(({ payload }) => payload.to === email)
  expect(mail?.payload.template).toBe('password-reset')
  const token = new URL(mail?.payload.data.link ?? '').searchParams.get('token')
  for (const [newPassword, fault] of [
    ['short', 'too-short'],
    ['password12345', 'too-common'],
    ['dorota-wrona-1', 'too-personal'],
  ]) {
    const refused = await browser.call('/reset-password', { token, newPassword })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ code: 'PASSWORD_REFUSED', fault })
  }
  expect(
    (await browser.call('/reset-password', { token, newPassword: 'a river of paper' })).status,
  ).toBe(200)
  expect(await browser.who()).toBeNull()
  expect(
    (await browser.call('/reset-password', { token, newPassword: 'another river now' })).status,
  ).toBe(400)
  expect((await browser.signIn(email, goodPassword)).status).toBe(401)
  expect((await browser.signIn(email, 'a river of paper')).status).toBe(200)
})

test('asks for a code once an authenticator app is set up, and takes a backup code', async () => {
  const email = newEmail()
  const id = await house.addPerson(email)
  const browser = house.browser('10.0.0.8')
  await browser.signIn(email, goodPassword)
  const enabled = await (
    await browser.call('/two-factor/enable', { password: goodPassword })
  ).json()
  const { totpURI, backupCodes } = enabled
  expect((await browser.call('/two-factor/verify-totp', { code: totp(totpURI) })).status).toBe(200)
  await browser.call('/sign-out', {})

  const first = await browser.signIn(email, goodPassword)
  expect(await first.json()).toMatchObject({ twoFactorRedirect: true })
  expect(await browser.who()).toBeNull()
  expect((await browser.call('/two-factor/verify-totp', { code: '000000' })).status).toBe(401)
  expect((await browser.call('/two-factor/verify-totp', { code: totp(totpURI) })).status).toBe(200)
  expect(await browser.who()).toMatchObject({ personId: id })

  const other = house.browser('10.0.0.9')
  await other.signIn(email, goodPassword)
  const byBackup = await other.call('/two-factor/verify-backup-code', { code: backupCodes[0] })
  expect(byBackup.status).toBe(200)
  const record = await house.sql`select action, detail->>'method' as method from audit
    where subject_id = ${id} order by id`
  expect(record.map(({ action, method }) => `${action} ${method}`)).toEqual([
    'sign-in.done password',
    'sign-in.done password-and-code',
    'sign-in.done password-and-backup-code',
  ])
})

test('tells by mail of a device not seen before, but not of the first or of a shared one', async () => {
  const email = newEmail()
  const id = await house.addPerson(email)
  const told = async () => {
    const rows = await house.sql`select payload->'data' as data from outbox
      where payload->>'template' = 'new-device' and payload->>'personId' = ${id} order by id`
    return rows.map(({ data }) => data)
  }
  await house.browser('10.0.0.20').signIn(email, goodPassword)
  // Cookies cleared, or somebody else signed in here between: the same computer all the same.
  await house.browser('10.0.0.20').signIn(email, goodPassword)
  expect(await told()).toEqual([])
  await house.browser('10.0.0.21').signIn(email, goodPassword)
  expect(await told()).toMatchObject([
    { address: '10.0.0.21', link: 'http://officina.test/me/security' },
  ])
  await house.browser('10.0.0.21').signIn(email, goodPassword)
  expect(await told()).toHaveLength(1)
})

test('offers passkeys for this site', async () => {
  const email = newEmail()
  await house.addPerson(email)
  const browser = house.browser('10.0.0.10')
  await browser.signIn(email, goodPassword)
  const options = await (await browser.call('/passkey/generate-register-options')).json()
  expect(options).toMatchObject({ rp: { id: 'officina.test', name: 'Officina' } })
})

test('a session slides while it is used and ends when it is not', async () => {
  const email = newEmail()
  await house.addPerson(email)
  const browser = house.browser('10.0.0.11')
  await browser.signIn(email, goodPassword)
  for (let day = 0; day < 5; day++) {
    house.wait(5 * 24 * 3600)
    expect(await browser.who()).not.toBeNull()
  }
  house.wait(15 * 24 * 3600)
  expect(await browser.who()).toBeNull()
})

/** RFC 6238 with the defaults: SHA-1, 30 s, six digits. */
function totp(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
