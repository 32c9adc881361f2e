import { z } from 'zod'
import { permissions } from '../../../contract/permission.ts'
import {
  civilDate,
  instant,
  language,
  personId,
  procedure,
  searchText,
  unitId,
} from '../../../contract/primitives.ts'
import { tours } from '../../../contract/tour.ts'
import { appearance } from '../model/appearance.ts'
import { grantRow, role } from './grant.ts'

const tags = ['identity']
const permission = z.enum(permissions)

/** What a person sees and changes about herself. */
export const meProcedures = {
  profile: {
    get: procedure
      .meta({ access: 'signed-in' })
      .route({ method: 'GET', path: '/me/profile', tags, summary: 'What is kept about me' })
      .output(
        z.object({
          displayName: z.string(),
          givenName: z.string(),
          familyName: z.string(),
          email: z.string(),
          externalId: z.string().nullable(),
          unitName: z.string(),
          jobRole: z.string().nullable(),
          hiredOn: civilDate.nullable(),
          language,
          appearance,
          grants: z.array(grantRow),
        }),
      ),
    change: procedure
      .meta({ access: 'signed-in' })
      .route({
        method: 'PATCH',
        path: '/me/profile',
        tags,
        summary: 'Change language or appearance',
      })
      .input(z.object({ language: language.optional(), appearance: appearance.optional() }))
      .output(z.object({ language, appearance })),
  },

  tours: {
    close: procedure
      .meta({ access: 'signed-in' })
      .route({
        method: 'POST',
        path: '/me/tours/{tour}/closing',
        tags,
        summary: 'I have taken or declined this tour',
      })
      .input(z.object({ tour: z.enum(tours) }))
      .output(z.object({ toursSeen: z.array(z.enum(tours)) })),
  },

  security: {
    overview: procedure
      .meta({ access: 'signed-in' })
      .route({ method: 'GET', path: '/me/security', tags, summary: 'Sessions, keys, activity' })
      .output(
        z.object({
          hasPassword: z.boolean(),
          twoFactor: z.boolean(),
          passkeys: z.array(
            z.object({ id: z.uuid(), name: z.string().nullable(), createdAt: instant.nullable() }),
          ),
          sessions: z.array(
            z.object({
              id: z.uuid(),
              current: z.boolean(),
              ipAddress: z.string().nullable(),
              userAgent: z.string().nullable(),
              createdAt: instant,
              lastSeenAt: instant,
            }),
          ),
          activity: z.array(
            z.object({
              at: instant,
              what: z.string(),
              ipAddress: z.string().nullable(),
              userAgent: z.string().nullable(),
            }),
          ),
        }),
      ),
    endSession: procedure
      .meta({ access: 'signed-in' })
      .route({ method: 'DELETE', path: '/me/sessions/{sessionId}', tags, summary: 'End a session' })
      .input(z.object({ sessionId: z.uuid() }))
      .output(z.object({ ended: z.number().int() })),
    endOtherSessions: procedure
      .meta({ access: 'signed-in' })
      .route({ method: 'DELETE', path: '/me/sessions', tags, summary: 'End all my other sessions' })
      .output(z.object({ ended: z.number().int() })),
  },

  whoSeesMe: procedure
    .meta({ access: 'signed-in' })
    .route({ method: 'GET', path: '/me/who-sees', tags, summary: 'Who sees what about me' })
    .output(
      z.object({
        viewers: z.array(
          z.object({
            personId,
            displayName: z.string(),
            role,
            unitName: z.string(),
            permissions: z.array(permission),
          }),
        ),
        /** Viewers there are in all; the list stops at 500. */
        viewerCount: z.number().int(),
        exports: z.array(
          z.object({
            at: instant,
            by: z.string(),
            what: z.string(),
            unitName: z.string(),
            rowCount: z.number().int(),
            format: z.string(),
          }),
        ),
      }),
    ),

  reach: procedure
    .meta({ access: 'signed-in' })
    .route({ method: 'GET', path: '/me/reach', tags, summary: 'Units where I hold a permission' })
    .input(z.object({ permission, search: searchText.default('') }))
    /** At most 30: those the caller's own unit belongs to, then the others, the widest first. */
    .output(z.array(z.object({ id: unitId, name: z.string(), above: z.string().nullable() }))),
}
