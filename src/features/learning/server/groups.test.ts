import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../contract/columns.ts'
import { courseId, groupId, personId, unitId } from '../../../contract/primitives.ts'
import { newId } from '../../../server/ids.ts'
import { insertCourse } from '../../../testing/courses.ts'
import { createWorld, type World } from '../../../testing/world.ts'
import type { MemberRow } from '../contract/groups.ts'
import { disagreeingEnrolments } from './course-fixture.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
afterEach(async () => expect(await disagreeingEnrolments(world.sql)).toEqual([]))

async function groupOf(count: number) {
  const trainer = world.clientAs(world.as('trainer'))
  const course = await insertCourse(world.sql)
  const made = await trainer.learning.createGroup({
    unitId: unitId.parse(world.units.countyA.id),
    name: `Group ${course.courseId}`,
    courseId: courseId.parse(course.courseId),
    startsOn: '2026-11-01',
    dueOn: '2026-11-30',
  })
  const people = await Promise.all(
    Array.from({ length: count }, () => world.addPerson({ unit: world.units.officeA2 })),
  )
  const group = { groupId: groupId.parse(made.groupId) }
  const personIds = people.map(({ id }) => personId.parse(id))
  if (count > 0) await trainer.learning.addMembers({ ...group, personIds })
  const page = async () => {
    const sent = await trainer.learning.group({ ...group, language: 'en' })
    return { ...sent, members: rowsOf<MemberRow>(sent.members) }
  }
  return { trainer, group, people, personIds, page, course }
}

describe('a group', () => {
  test('enrols its people with its due date and shows them lesson by lesson', async () => {
    const { page } = await groupOf(3)
    const { members, lessons, units, mayManage } = await page()
    expect(lessons.map(({ key }) => key)).toEqual(['first', 'second'])
    expect(members).toHaveLength(3)
    expect(members[0]).toMatchObject({
      state: 'enrolled',
      dueOn: '2026-11-30',
      cells: 'oo',
      stuckSince: null,
    })
    expect(units).toEqual([expect.stringContaining('Office A2')])
    expect(members.map(({ unit }) => unit)).toEqual([0, 0, 0])
    expect(mayManage).toBe(true)
  })

  test('tells a lesson that is done from one that is begun, on the screen and in the file', async () => {
    const { trainer, group, page, people } = await groupOf(1)
    const [member] = (await page()).members
    const learner = world.clientAs(people[0] ?? null)
    if (!member) throw new Error('a member')
    const at = '2026-11-18T08:00:00Z'
    const save = (parts: object) => ({ id: newId(), at, ...parts })
    await learner.learning.saveProgress({
      enrolmentId: member.enrolmentId,
      saves: [
        { ...save({}), lessonKey: 'first', completed: true, presentSeconds: 125 },
        { ...save({}), lessonKey: 'second', presentSeconds: 5 },
      ],
    })
    expect((await page()).members).toMatchObject([{ cells: 'db', presentMinutes: 2 }])
    const file = await trainer.learning.exportGroup({ ...group, language: 'en' })
    expect(await file.text()).toMatch(/;done;begun\r?\n$|,done,begun\r?\n$/)
  })

  test('takes a person once, and who has the course already with that enrolment', async () => {
    const { trainer, group, people, personIds, page, course } = await groupOf(1)
    const own = await world.addPerson({ unit: world.units.officeA1 })
    const enrolled = await world
      .clientAs(own)
      .learning.enrol({ courseId: courseId.parse(course.courseId) })
    const added = await trainer.learning.addMembers({
      ...group,
      personIds: [...personIds, personId.parse(own.id)],
    })
    expect(added).toEqual({ added: 1, leftOut: 1 })
    const { members } = await page()
    expect(members).toHaveLength(2)
    expect(members.find((member) => member.personId === own.id)).toMatchObject({
      enrolmentId: enrolled.enrolmentId,
      dueOn: '2026-11-30',
    })
    expect(people).toHaveLength(1)
  })

  test('leaves out people of other units', async () => {
    const { trainer, group } = await groupOf(0)
    const stranger = await world.addPerson({ unit: world.units.officeB1 })
    expect(
      await trainer.learning.addMembers({ ...group, personIds: [personId.parse(stranger.id)] }),
    ).toEqual({ added: 0, leftOut: 1 })
  })

  test('says who is stuck since when: 14 days without a sign', async () => {
    const { page } = await groupOf(2)
    const [one, other] = (await page()).members
    await world.sql`update enrolment set state = 'started', started_at = '2026-11-01T08:00:00Z', last_seen_at = '2026-11-04T08:59:59Z' where id = ${one?.enrolmentId ?? ''}`
    await world.sql`update enrolment set state = 'started', started_at = '2026-11-01T08:00:00Z', last_seen_at = '2026-11-04T09:00:01Z' where id = ${other?.enrolmentId ?? ''}`
    const since = new Map(
      (await page()).members.map((member) => [member.enrolmentId, member.stuckSince]),
    )
    expect(since.get(one?.enrolmentId ?? ('' as never))).toBe('2026-11-04T08:59:59.000Z')
    expect(since.get(other?.enrolmentId ?? ('' as never))).toBeNull()
  })

  test('extends due dates of chosen people, tells them, and refuses a day that is past', async () => {
    const { trainer, group, page, people } = await groupOf(2)
    const [one] = (await page()).members
    if (!one) throw new Error('the group is empty')
    const chosen = { ...group, enrolmentIds: [one.enrolmentId], reason: 'Illness' }
    await expect(
      trainer.learning.extendDue({ ...chosen, dueOn: '2026-11-17' }),
    ).rejects.toMatchObject({
      code: 'DUE_IN_PAST',
      data: { earliest: '2026-11-18' },
    })
    expect(await trainer.learning.extendDue({ ...chosen, dueOn: '2026-12-18' })).toEqual({
      changed: 1,
      leftOut: 0,
    })
    await world.drain()
    expect((await page()).members.map(({ dueOn }) => dueOn).sort()).toEqual([
      '2026-11-30',
      '2026-12-18',
    ])
    const mails =
      await world.sql`select recipient from mail where template = 'due-date-changed' and person_id in ${world.sql(people.map(({ id }) => id))}`
    expect(mails).toHaveLength(1)
    const [entry] =
      await world.sql`select detail->>'reason' as reason from audit where action = 'due-date.changed' and subject_id = ${group.groupId}`
    expect(entry).toEqual({ reason: 'Illness' })
  })

  test('sends a message to chosen members only', async () => {
    const { trainer, group, page, people } = await groupOf(3)
    const other = await groupOf(1)
    const enrolmentIds = [
      ...(await page()).members.slice(0, 2),
      ...(await other.page()).members,
    ].map((member) => member.enrolmentId)
    const sent = await trainer.learning.messageMembers({
      ...group,
      enrolmentIds,
      subject: 'Thursday',
      message: 'Room 12, nine o’clock.',
    })
    expect(sent).toEqual({ sent: 2, leftOut: 1 })
    await world.drain()
    const mails =
      await world.sql`select subject from mail where template = 'group-message' and person_id in ${world.sql(people.map(({ id }) => id))}`
    expect(mails.map(({ subject }) => subject)).toEqual(['Thursday', 'Thursday'])
  })

  test('keeps what a removed member did', async () => {
    const { trainer, group, page } = await groupOf(2)
    const [one] = (await page()).members
    if (!one) throw new Error('the group is empty')
    expect(
      await trainer.learning.removeMembers({ ...group, enrolmentIds: [one.enrolmentId] }),
    ).toEqual({ changed: 1, leftOut: 0 })
    expect((await page()).members).toHaveLength(1)
    const [row] = await world.sql`select state from enrolment where id = ${one.enrolmentId}`
    expect(row).toEqual({ state: 'enrolled' })
  })

  test('exports what the screen shows and logs it', async () => {
    const { trainer, group, page } = await groupOf(2)
    const file = await trainer.learning.exportGroup({ ...group, language: 'pl' })
    const lines = (await file.text()).trim().split('\r\n')
    expect(lines[0]).toContain('Osoba;Komórka organizacyjna;Stan')
    expect(lines).toHaveLength((await page()).members.length + 1)
    const log =
      await world.sql`select row_count from export_log where what = 'group' and person_id = ${world.as('trainer').id}`
    expect(log.at(-1)).toEqual({ row_count: 2 })
  })

  test('takes nobody once it is closed', async () => {
    const { trainer, group, personIds } = await groupOf(1)
    await trainer.learning.closeGroup(group)
    await expect(trainer.learning.addMembers({ ...group, personIds })).rejects.toMatchObject({
      code: 'GROUP_CLOSED',
    })
    const open = await trainer.learning.groups({ language: 'en' })
    expect(open.groups.some((each) => each.groupId === group.groupId)).toBe(false)
  })
})
