import { newId, pathLabel } from '../../../server/ids.ts'
import { createTestDatabase } from '../../../testing/database.ts'
import { createAuth } from './auth.ts'
import { hashPassword } from './public.ts'
import { resolveSession } from './session.ts'
import { clientAddressHeader } from './sign-in-guard.ts'

export const publicUrl = 'http://officina.test'
export const secret = 'a-secret-of-the-tests-that-is-long-enough'
export const goodPassword = 'seven green umbrellas'

/** One office with better-auth in front of it, a browser that keeps cookies, and a clock. */
export async function createAuthFixture(oidc: Parameters<typeof createAuth>[0]['oidc'] = null) {
  const database = await createTestDatabase()
  let now = new Date()
  const clock = () => now
  const errors: object[] = []
  const log = {
    info: () => {},
    warn: () => {},
    error: (fields: object) => void errors.push(fields),
  }
  const auth = createAuth({ db: database.db, secret, publicUrl, oidc, clock, log })
  const { sql } = database
  const unitId = newId()
  await sql`insert into unit (id, path, kind, country, name, short_name, is_office, opened_on)
    values (${unitId}, ${pathLabel(unitId)}, 'municipal-office', 'pl', 'Office', 'Office', true, '2020-01-01')`

  return {
    ...database,
    unitId,
    /** What the log would complain of. */
    errors,
    wait: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000)
    },
    async addPerson(
      email: string,
      { password = goodPassword as string | null, active = true } = {},
    ) {
      const id = newId()
      await sql`insert into person (id, given_name, family_name, display_name, sort_name, email, unit_id, active)
        values (${id}, 'Dorota', 'Wrona', 'Dorota Wrona', 'Wrona Dorota', ${email}, ${unitId}, ${active})`
      if (password)
        await sql`insert into auth_account (id, person_id, account_id, provider_id, password)
          values (${newId()}, ${id}, ${id}, 'credential', ${await hashPassword(password)})`
      return id
    },
    browser(address: string) {
      const jar = new Map<string, string>()
      const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const send = async (path: string, body?: string, type = 'application/json') => {
        const response = await auth.handler(
          new Request(path.startsWith('http') ? path : `${publicUrl}/api/auth${path}`, {
            method: body === undefined ? 'GET' : 'POST',
            headers: {
              origin: publicUrl,
              'content-type': type,
              [clientAddressHeader]: address,
              'user-agent': `Browser of ${address}`,
              ...(jar.size > 0 ? { cookie: cookie() } : {}),
            },
            ...(body === undefined ? {} : { body }),
          }),
        )
        for (const line of response.headers.getSetCookie()) {
          const [pair = ''] = line.split(';')
          const at = pair.indexOf('=')
          if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at))
          else jar.set(pair.slice(0, at), pair.slice(at + 1))
        }
        return response
      }
      const call = (path: string, body?: object) => send(path, body && JSON.stringify(body))
      return {
        send,
        call,
        signIn: (email: string, password: string) => call('/sign-in/email', { email, password }),
        who: () =>
          resolveSession(sql, { headers: new Headers({ cookie: cookie() }) }, secret, clock),
        forgetSession: () => {
          for (const name of jar.keys()) if (name.includes('session')) jar.delete(name)
        },
      }
    },
    mails: () =>
      sql<{ payload: { template: string; to: string; data: { link: string } } }[]>`
        select payload from outbox where type = 'MailRequested' order by id`,
  }
}

export type AuthFixture = Awaited<ReturnType<typeof createAuthFixture>>
