import { sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { publish } from '../../../server/events.ts'
import { civilDateOf } from '../../../server/today.ts'
import { deviceName } from '../model/device-name.ts'

type SignIn = { personId: string; userAgent: string; ipAddress: string }
type Deps = { clock: () => Date; timeZone: string; publicUrl: string }

/** A browser at an address from which the person signed in so lately is hers: many share one computer. */
const rememberedDays = 90

/**
 * Tells a person by mail that a session began on a device not seen before. Call it before the sign-in is on
 * record. A first sign-in ever tells nothing: she has just come by our own link. At most one mail a day for
 * the same kind of device at the same address.
 */
export async function mailNewDevice(
  db: Db,
  { personId, userAgent, ipAddress }: SignIn,
  { clock, timeZone, publicUrl }: Deps,
): Promise<void> {
  const now = clock()
  const since = new Date(now.getTime() - rememberedDays * 24 * 3600 * 1000).toISOString()
  await db.transaction(async (tx) => {
    const [found] = await tx.execute<{
      email: string
      name: string
      language: 'en' | 'pl' | 'hu'
      isFirst: boolean
      isKnown: boolean
    }>(sql`
      select p.email, p.display_name as name, p.language, count(a.at) = 0 as "isFirst",
        coalesce(bool_or(a.at > ${since}::timestamptz and a.detail->>'userAgent' = ${userAgent}
          and a.detail->>'ipAddress' = ${ipAddress}), false) as "isKnown"
      from person p left join audit a
        on a.subject_kind = 'person' and a.subject_id = p.id::text and a.action = 'sign-in.done'
      where p.id = ${personId} group by p.id`)
    if (!found || found.isFirst || found.isKnown) return
    const day = civilDateOf(now, timeZone)
    const device = deviceName(userAgent)
    await publish(tx, {
      type: 'MailRequested',
      template: 'new-device',
      personId,
      to: found.email,
      language: found.language,
      data: {
        name: found.name,
        at: `${day}T${timeOf(now, timeZone)}`,
        address: ipAddress,
        device,
        link: `${publicUrl}/me/security`,
        onceKey: `new-device:${personId}:${day}:${device}:${ipAddress}`,
      },
    })
  })
}

const timeOf = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
