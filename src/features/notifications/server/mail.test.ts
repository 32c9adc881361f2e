import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DomainEvent, EventOf } from '../../../server/event-types.ts'
import { publish } from '../../../server/events.ts'
import { newId } from '../../../server/ids.ts'
import { insertCourse } from '../../../testing/courses.ts'
import { createWorld, type TestPerson, type World } from '../../../testing/world.ts'
import { enrolPeople } from '../../learning/server/public.ts'
import { maxAttempts } from '../model/retry.ts'
import { deliverMails } from './deliver.ts'
import { requestReminders } from './reminders.ts'
import { smtpSender } from './smtp.ts'
import { startMailServer } from './smtp-fixture.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  await world.drain()
  await world.sql`truncate mail, enrolment, audit cascade`
  world.setNow('2026-11-18T09:00:00Z')
})
afterAll(() => world.close())

const request = (
  person: TestPerson,
  more: Partial<EventOf<'MailRequested'>> = {},
): EventOf<'MailRequested'> => ({
  type: 'MailRequested',
  template: 'course-assigned',
  personId: person.id,
  to: person.email,
  language: 'en',
  data: { course: 'Plain language', dueOn: '2026-11-27', link: 'http://officina.test/learn/1' },
  ...more,
})
const ask = async (...events: DomainEvent[]) => {
  await world.db.transaction((tx) => publish(tx, ...events))
  await world.drain()
}
const mails = () =>
  world.sql`select id, recipient, subject, body, language, state, attempts, next_attempt_at, last_error, sent_at
    from mail order by id`
const administrator = () => world.clientAs(world.as('administrator')).notifications

describe('writing', () => {
  test('a mail is written in its reader’s language, with dates as that language writes them', async () => {
    const person = world.as('learner')
    await ask(
      request(person, { language: 'pl' }),
      request(person, { language: 'hu' }),
      request(person),
    )
    const written = await mails()
    expect(written.map(({ subject }) => subject)).toEqual([
      'Nowe szkolenie: Plain language',
      'Új képzés: Plain language',
      'New course: Plain language',
    ])
    expect(written[0]?.body).toContain('Termin: 27 listopada 2026')
    expect(written[1]?.body).toContain('Határidő: 2026. november 27.')
    expect(written[2]?.body).toContain('Due: 27 November 2026')
  })

  test('what bears the same key is one mail, in one batch and in two', async () => {
    const data = { ...request(world.as('learner')).data, onceKey: 'reminder:1:2026-11-18' }
    const twice = request(world.as('learner'), { template: 'reminder', data })
    await ask(twice, twice)
    await ask(twice)
    expect(await mails()).toHaveLength(1)
  })

  test('a sign-in on a new device is told with its time, device and address', async () => {
    await ask(
      request(world.as('learner'), {
        template: 'new-device',
        language: 'hu',
        data: {
          name: 'Anna Mazur',
          at: '2026-11-18T10:42',
          address: '10.0.0.7',
          device: null,
          link: 'http://officina.test/me/security',
        },
      }),
    )
    const [mail] = await mails()
    expect(mail?.body).toContain('Időpont: 2026. november 18., 10:42\nEszköz: ismeretlen')
    expect(mail?.body).toContain('http://officina.test/me/security')
  })

  test('a mail that cannot be written fails where it is seen and holds up no other', async () => {
    await ask(request(world.as('learner'), { template: 'no-such' }), request(world.as('learner')))
    expect((await mails()).map(({ state, last_error }) => [state, last_error])).toEqual([
      ['failed', 'unknown mail template no-such'],
      ['queued', null],
    ])
  })
})

describe('delivery', () => {
  test('reaches a real mail server with its letters intact', async () => {
    const server = await startMailServer()
    await ask(request(world.as('learner'), { language: 'hu' }))
    expect(await deliverMails(world.db, smtpSender(server.url), world.clock)).toBe(1)
    await server.close()
    expect(server.received).toMatchObject([
      { from: 'training@officina.test', to: [world.as('learner').email] },
    ])
    const source = server.received[0]?.source ?? ''
    expect(source).toMatch(/^From: Officina <training@officina\.test>/m)
    expect(decoded(source)).toContain('Határidő: 2026. november 27.')
    expect(await mails()).toMatchObject([{ state: 'sent', attempts: 1, last_error: null }])
  })

  test('a refused mail is tried again later and later, then given up; others go out', async () => {
    const refused = world.as('trainer')
    const server = await startMailServer((to) =>
      to === refused.email ? '451 4.3.2 try later' : null,
    )
    await ask(request(refused), request(world.as('learner')))
    const waits: number[] = []
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      await deliverMails(world.db, smtpSender(server.url), world.clock)
      const [row] = await mails()
      expect(row?.attempts).toBe(attempt)
      expect(row?.last_error).toContain('try later')
      if (attempt === maxAttempts) break
      expect(row?.state).toBe('retrying')
      // Nothing happens before its time.
      expect(await deliverMails(world.db, smtpSender(server.url), world.clock)).toBe(0)
      waits.push((row?.next_attempt_at.getTime() - world.clock().getTime()) / 60_000)
      world.setNow(row?.next_attempt_at.toISOString())
    }
    await server.close()
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256])
    expect(await mails()).toMatchObject([
      { state: 'failed', next_attempt_at: null },
      { state: 'sent', attempts: 1 },
    ])
    expect(server.received).toHaveLength(1)
  })

  test('a server that does not answer is a failed attempt, not a lost mail', async () => {
    const server = await startMailServer()
    await server.close()
    await ask(request(world.as('learner')))
    await deliverMails(world.db, smtpSender(server.url), world.clock)
    expect(await mails()).toMatchObject([{ state: 'retrying', attempts: 1 }])
  })

  test('without a mail server everything is kept, readable, and not lost', async () => {
    await ask(request(world.as('learner')))
    expect(await deliverMails(world.db, null, world.clock)).toBe(1)
    const list = await administrator().mails({})
    expect(list).toMatchObject({ hasMailServer: false, countsByState: { kept: 1, queued: 0 } })
    const mail = await administrator().mail({ mailId: list.rows[0]?.id ?? '' })
    expect(mail).toMatchObject({ state: 'kept', maySendAgain: true, linksHidden: false })
    expect(mail.body).toContain('http://officina.test/learn/1')
    await expect(administrator().sendAgain({ mailId: mail.id })).rejects.toMatchObject({
      code: 'NO_MAIL_SERVER',
    })
  })

  test('two deliveries at once send each mail once', async () => {
    const server = await startMailServer()
    await ask(...Array.from({ length: 6 }, () => request(world.as('learner'))))
    const deliver = () => deliverMails(world.db, smtpSender(server.url), world.clock)
    const handled = await Promise.all([deliver(), deliver()])
    await server.close()
    expect(handled[0] + handled[1]).toBe(6)
    expect(server.received).toHaveLength(6)
  })
})

describe('reading', () => {
  test('pages hold every mail once, also those written in one transaction', async () => {
    await ask(...Array.from({ length: 7 }, () => request(world.as('learner'))))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await administrator().mails({ limit: 3, after })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
    expect((await administrator().mails({ after: 'made-up' })).rows).toEqual([])
  })

  test('finds without accents, and takes % as itself', async () => {
    const about = (course: string) => request(world.as('learner'), { data: { course, link: '' } })
    await ask(about('Prosty język'), about('100% pewności'))
    const subjects = async (query: string) =>
      (await administrator().mails({ query })).rows.map(({ subject }) => subject)
    expect(await subjects('jezyk')).toEqual(['New course: Prosty język'])
    expect(await subjects('100%')).toEqual(['New course: 100% pewności'])
    expect(await subjects('%')).toHaveLength(1)
  })

  test('only mails to people in one’s units, and nobody’s only from the top', async () => {
    const { officeB1, region } = world.units
    const away = await world.addPerson({ unit: officeB1 })
    const top = await world.addPerson({ unit: officeB1, role: 'administrator', on: region })
    await ask(
      request(world.as('learner')),
      request(away),
      request(away, { template: 'first-administrator', personId: null }),
    )
    const list = await administrator().mails({})
    expect(list.rows.map(({ recipient }) => recipient)).toEqual([world.as('learner').email])
    expect(list.countsByState.queued).toBe(1)
    const all = await world.clientAs(top).notifications.mails({})
    expect(all.rows).toHaveLength(3)
    for (const { id } of all.rows.filter((row) => row.recipient === away.email)) {
      await expect(administrator().mail({ mailId: id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
      await expect(administrator().sendAgain({ mailId: id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    }
  })

  test('an auditor reads mails without the links that open accounts, and sends none', async () => {
    await ask(request(world.as('learner'), { template: 'password-reset' }))
    const auditor = world.clientAs(world.as('auditor')).notifications
    const [row] = (await auditor.mails({})).rows
    const mail = await auditor.mail({ mailId: row?.id ?? '' })
    expect(mail).toMatchObject({ linksHidden: true, maySendAgain: false })
    expect(mail.body).not.toContain('http')
    await expect(auditor.sendAgain({ mailId: mail.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const [read] = await world.sql`select actor_id from audit where action = 'mail.read'`
    expect(read?.actor_id).toBe(world.as('auditor').id)
  })
})

test('a link into the account of somebody with roles further up is hidden from her unit’s administrator', async () => {
  const { officeA1, region } = world.units
  const superior = await world.addPerson({ unit: officeA1, role: 'owner', on: region })
  await ask(request(superior, { template: 'invitation' }))
  const [row] = (await administrator().mails({})).rows
  const mail = await administrator().mail({ mailId: row?.id ?? '' })
  expect(mail).toMatchObject({ recipient: superior.email, linksHidden: true })
  expect(mail.body).not.toContain('http')
})

describe('reminders', () => {
  const enrol = async (dueOn: string | null, state = 'enrolled') => {
    const { courseId, courseVersionId } = await insertCourse(world.sql)
    const person = await world.addPerson({ unit: world.units.officeA1, language: 'pl' })
    await world.db.transaction((tx) =>
      enrolPeople(
        tx,
        { at: world.clock(), actorId: null },
        { courseId, courseVersionId, lessonsTotal: 2 },
        [{ personId: person.id, origin: 'trainer', required: true, dueOn }],
      ),
    )
    await world.sql`update enrolment set state = ${state} where person_id = ${person.id}`
    return person
  }
  const send = async () => {
    const clock = {
      clock: world.clock,
      timeZone: 'Europe/Warsaw',
      publicUrl: 'http://officina.test',
    }
    await world.db.transaction((tx) => requestReminders(tx, clock))
    await world.drain()
  }
  const reminded = async () => (await mails()).map(({ recipient }) => String(recipient)).toSorted()

  test('go out 7 days and 1 day before, 1 day after, and on no other day; once a day', async () => {
    // The clock stands at 18 November.
    const days = ['11-25', '11-19', '11-17']
    const expected = await Promise.all(days.map((day) => enrol(`2026-${day}`)))
    for (const day of ['11-26', '11-24', '11-20', '11-18', '11-16']) await enrol(`2026-${day}`)
    await enrol(null)
    await enrol('2026-11-19', 'completed')
    await enrol('2026-11-19', 'withdrawn')
    await send()
    await send()
    expect(await reminded()).toEqual(expected.map(({ email }) => email).toSorted())
    expect((await mails())[0]?.subject).toMatch(/^Przypomnienie: /)
  })

  test('reach nobody who has left', async () => {
    const person = await enrol('2026-11-19')
    await world.db.execute(sql`update person set active = false where id = ${person.id}`)
    await send()
    expect(await mails()).toEqual([])
  })

  test('count the day of the office, not of Greenwich', async () => {
    const person = await enrol('2026-11-26')
    world.setNow('2026-11-18T23:30:00Z')
    await send()
    expect(await reminded()).toEqual([person.email])
  })
})

test('an unknown mail is not found', async () => {
  await expect(administrator().mail({ mailId: newId() })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

/** The text of a mail, whichever way it was made fit for the wire. */
function decoded(source: string): string {
  const [head = '', ...body] = source.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8')
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
