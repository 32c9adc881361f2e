import { sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import { audit } from '../../../server/audit.ts'
import type { Context } from '../../../server/context.ts'
import { idList } from '../../../server/db/sql.ts'
import { publish } from '../../../server/events.ts'
import { today } from '../../../server/today.ts'

type Open = {
  enrolment_id: string
  person_id: string
  email: string
  language: Language
  course: string
  due_on: string | null
  lessons_done: number
  lessons_total: number
}

/** Asks for one reminder mail an open enrolment; returns how many were asked for. Reminded today already: left out. */
export function remind(
  context: Context,
  unitId: string,
  enrolmentIds: readonly string[],
): Promise<number> {
  const on = today(context)
  return context.write(async (tx) => {
    const open = await tx.execute<Open>(sql`
      select e.id as enrolment_id, p.id as person_id, p.email, p.language, e.due_on::text, e.lessons_done, e.lessons_total,
        coalesce(c.title->>p.language, c.title->>'en', c.id) as course
      from enrolment e
      join person p on p.id = e.person_id and p.active
      join unit u on u.id = p.unit_id
      join unit here on here.id = ${unitId} and u.path <@ here.path
      join course c on c.id = e.course_id
      where e.state in ('enrolled', 'started')
        and e.id in ${idList(enrolmentIds)}
        and not exists (select 1 from mail m where m.once_key = 'reminder:' || e.id || ':' || ${on}::text)`)
    await publish(
      tx,
      ...open.map((row) => ({
        type: 'MailRequested' as const,
        template: 'reminder',
        personId: row.person_id,
        to: row.email,
        language: row.language,
        data: {
          course: row.course,
          dueOn: row.due_on,
          lessonsDone: row.lessons_done,
          lessonsTotal: row.lessons_total,
          link: `${context.config.publicUrl}/learn/${row.enrolment_id}`,
          onceKey: `reminder:${row.enrolment_id}:${on}`,
        },
      })),
    )
    await audit(tx, context, {
      action: 'reminders.sent',
      subjectKind: 'unit',
      subjectId: unitId,
      unitId,
      detail: { enrolmentIds: open.map(({ enrolment_id }) => enrolment_id) },
    })
    return open.length
  })
}
