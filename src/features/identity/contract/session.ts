import { z } from 'zod'
import { permissions } from '../../../contract/permission.ts'
import { language, line, personId, procedure, unitId } from '../../../contract/primitives.ts'
import { tours } from '../../../contract/tour.ts'
import { appearance } from '../model/appearance.ts'
import { role } from './grant.ts'

const tags = ['identity']

const me = z.object({
  person: z.object({
    id: personId,
    displayName: z.string(),
    initials: z.string(),
    email: z.string(),
    language,
    appearance,
    unitId,
    unitName: z.string(),
  }),
  /** What the person may do on some unit; navigation is made of it. */
  permissions: z.array(z.enum(permissions)),
  roles: z.array(role),
  /** Taken or declined; offered no more. */
  toursSeen: z.array(z.enum(tours)),
  demo: z.boolean(),
})

/** Who is signed in, how one signs in, and how the first administrator is made. */
export const sessionProcedures = {
  me: procedure
    .meta({ access: 'public' })
    .route({ method: 'GET', path: '/me', tags, summary: 'Who is signed in; null when nobody is' })
    .output(me.nullable()),

  signInOptions: procedure
    .meta({ access: 'public' })
    .route({ method: 'GET', path: '/sign-in-options', tags, summary: 'Ways to sign in here' })
    .output(
      z.object({
        oidcLabel: z.string().nullable(),
        /** Demonstration accounts: the password of all of them is public. */
        demo: z
          .object({
            password: z.string(),
            accounts: z.array(
              z.object({ email: z.string(), displayName: z.string(), unitName: z.string(), role }),
            ),
          })
          .nullable(),
      }),
    ),

  setUp: {
    status: procedure
      .meta({ access: 'public' })
      .route({ method: 'GET', path: '/set-up', tags, summary: 'Whether a set-up link is good' })
      .input(z.object({ token: z.string().max(200) }))
      .output(z.object({ open: z.boolean(), hasRoot: z.boolean() })),
    complete: procedure
      .meta({ access: 'public' })
      .route({ method: 'POST', path: '/set-up', tags, summary: 'Make the first administrator' })
      .errors({
        LINK_NOT_GOOD: { status: 410 },
        PASSWORD_REFUSED: {
          status: 422,
          data: z.object({ fault: z.enum(['too-short', 'too-common', 'too-personal']) }),
        },
        EMAIL_TAKEN: { status: 409 },
      })
      .input(
        z.object({
          token: z.string().max(200),
          givenName: line(80),
          familyName: line(80),
          email: z.email().max(200),
          password: z.string().max(200),
          language,
          /** Name of the unit everything else will stand under; only where there is none yet. */
          organisation: line(200).nullable(),
          country: z.enum(['pl', 'hu']),
        }),
      )
      .output(z.object({ personId })),
  },
}
