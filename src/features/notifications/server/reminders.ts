import { sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { publish } from '../../../server/events.ts'
import { civilDateOf } from '../../../server/today.ts'
import { dueDatesToRemind } from '../model/reminder-days.ts'

type Due = {
  enrolment_id: string
  person_id: string
  email: string
  language: Language
  course: string
  due_on: string
  lessons_done: number
  lessons_total: number
}

/** Asks for the reminders of today (`dueDatesToRemind`); again on the same day is nothing. */
export async function requestReminders(
  tx: Tx,
  { clock, timeZone, publicUrl }: { clock: () => Date; timeZone: string; publicUrl: string },
): Promise<number> {
  const on = civilDateOf(clock(), timeZone)
  const due = await tx.execute<Due>(sql`
    select e.id as enrolment_id, p.id as person_id, p.email, p.language, e.due_on::text, e.lessons_done, e.lessons_total,
      coalesce(c.title->>p.language, c.title->>'en') as course
    from enrolment e
    join person p on p.id = e.person_id and p.active
    join course c on c.id = e.course_id
    where e.state in ('enrolled', 'started') and e.due_on = any(${`{${dueDatesToRemind(on).join(',')}}`}::date[])
    order by e.id`)
  await publish(
    tx,
    ...due.map((row) => ({
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
        link: `${publicUrl}/learn/${row.enrolment_id}`,
        onceKey: `reminder:${row.enrolment_id}:${on}`,
      },
    })),
  )
  return due.length
}
