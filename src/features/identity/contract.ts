import { z } from 'zod'
import { permissions, roles } from '../../contract/permission.ts'
import {
  civilDate,
  instant,
  language,
  line,
  pageOf,
  pageRequest,
  personId,
  procedure,
  searchText,
  unitId,
} from '../../contract/primitives.ts'
import { appearance } from './model/appearance.ts'
import { importFault, importField, importMapping } from './model/import-shape.ts'

const role = z.enum(roles)
const permission = z.enum(permissions)
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
  permissions: z.array(permission),
  roles: z.array(role),
  demo: z.boolean(),
})

const personRow = z.object({
  id: personId,
  displayName: z.string(),
  email: z.string(),
  unitId,
  unitName: z.string(),
  jobRole: z.string().nullable(),
  active: z.boolean(),
  roles: z.array(role),
})

const grantRow = z.object({
  id: z.uuid(),
  role,
  unitId,
  unitName: z.string(),
  from: civilDate,
  /** The last day the role holds; null is open-ended. */
  lastDay: civilDate.nullable(),
  state: z.enum(['ahead', 'in-force', 'ended']),
  grantedBy: z.string().nullable(),
  reason: z.string(),
  /** Whether the reader may end it. */
  mayEnd: z.boolean(),
})

const personPage = z.object({
  person: personRow.extend({
    externalId: z.string().nullable(),
    language,
    hiredOn: civilDate.nullable(),
    deactivatedAt: instant.nullable(),
    lastSignInAt: instant.nullable(),
  }),
  placements: z.array(
    z.object({ unitId, unitName: z.string(), from: civilDate, lastDay: civilDate.nullable() }),
  ),
  grants: z.array(grantRow),
  may: z.object({ manage: z.boolean(), grant: z.boolean() }),
})

const importState = z.enum(['uploaded', 'checked', 'applied', 'discarded'])
const importView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  unitId,
  unitName: z.string(),
  state: importState,
  createdAt: instant,
  appliedAt: instant.nullable(),
  columns: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  mapping: importMapping,
  totalRows: z.number().int(),
  /** Rows checked or taken over so far, while that goes on. */
  doneRows: z.number().int(),
  summary: z.object({
    create: z.number().int(),
    update: z.number().int(),
    unchanged: z.number().int(),
    faulty: z.number().int(),
  }),
})

const importId = z.uuid()
const ofImport = { permission: 'people.import', on: 'peopleImport', by: 'importId' } as const
const wrongState = { WRONG_STATE: { status: 409, data: z.object({ state: importState }) } } as const
const lastAdministrator = { LAST_ADMINISTRATOR: { status: 409 } } as const

export const identity = {
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

  people: {
    list: procedure
      .meta({ access: { permission: 'people.read' } })
      .route({ method: 'GET', path: '/people', tags, summary: 'People within my reach' })
      .input(
        pageRequest.extend({
          search: searchText.optional(),
          unitId: unitId.optional(),
          role: role.optional(),
          state: z.enum(['active', 'inactive', 'all']).default('active'),
        }),
      )
      .output(pageOf(personRow).extend({ count: z.number().int() })),
    get: procedure
      .meta({ access: { permission: 'people.read', on: 'person', by: 'personId' } })
      .route({ method: 'GET', path: '/people/{personId}', tags, summary: 'A person' })
      .input(z.object({ personId }))
      .output(personPage),
    deactivate: procedure
      .meta({ access: { permission: 'people.manage', on: 'person', by: 'personId' } })
      .route({ method: 'POST', path: '/people/{personId}/deactivation', tags, summary: 'Close' })
      .errors({ ...lastAdministrator, ONESELF: { status: 409 } })
      .input(z.object({ personId, reason: line(500) }))
      .output(z.object({ active: z.boolean() })),
    reactivate: procedure
      .meta({ access: { permission: 'people.manage', on: 'person', by: 'personId' } })
      .route({ method: 'POST', path: '/people/{personId}/reactivation', tags, summary: 'Reopen' })
      .input(z.object({ personId }))
      .output(z.object({ active: z.boolean() })),
    invite: procedure
      .meta({ access: { permission: 'people.manage', on: 'person', by: 'personId' } })
      .route({ method: 'POST', path: '/people/{personId}/invitation', tags, summary: 'Invite' })
      .errors({ INACTIVE: { status: 409 } })
      .input(z.object({ personId }))
      .output(z.object({ sentTo: z.string() })),
  },

  roles: {
    grant: procedure
      .meta({ access: { permission: 'roles.grant', on: 'unit', by: 'unitId' } })
      .route({ method: 'POST', path: '/role-grants', tags, summary: 'Grant a role on a unit' })
      .errors({
        INACTIVE: { status: 409 },
        ALREADY_GRANTED: { status: 409 },
        TOO_BROAD: { status: 403 },
        DATES_CROSSED: { status: 422 },
      })
      .input(
        z.object({
          personId,
          role,
          unitId,
          from: civilDate,
          lastDay: civilDate.nullable(),
          reason: line(500),
        }),
      )
      .output(z.object({ grantId: z.uuid() })),
    end: procedure
      .meta({ access: { permission: 'roles.grant' } })
      .route({ method: 'POST', path: '/role-grants/{grantId}/end', tags, summary: 'End a role' })
      .errors({ ...lastAdministrator, ALREADY_ENDED: { status: 409 } })
      .input(z.object({ grantId: z.uuid(), reason: line(500) }))
      .output(z.object({ lastDay: civilDate })),
  },

  imports: {
    list: procedure
      .meta({ access: { permission: 'people.import' } })
      .route({ method: 'GET', path: '/people-imports', tags, summary: 'Imports within my reach' })
      .output(z.array(importView.omit({ columns: true, sample: true, mapping: true }))),
    upload: procedure
      .meta({ access: { permission: 'people.import', on: 'unit', by: 'unitId' } })
      .route({ method: 'POST', path: '/people-imports', tags, summary: 'Upload CSV or XLSX' })
      .errors({
        FILE_REFUSED: {
          status: 422,
          data: z.object({
            reason: z.enum([
              'too-large',
              'too-many-rows',
              'empty',
              'unreadable',
              'too-many-columns',
            ]),
          }),
        },
      })
      .input(z.object({ unitId, file: z.file() }))
      .output(z.object({ importId })),
    get: procedure
      .meta({ access: ofImport })
      .route({ method: 'GET', path: '/people-imports/{importId}', tags, summary: 'An import' })
      .input(z.object({ importId }))
      .output(importView),
    check: procedure
      .meta({ access: ofImport })
      .route({ method: 'POST', path: '/people-imports/{importId}/check', tags, summary: 'Dry run' })
      .errors({
        ...wrongState,
        FIELDS_MISSING: { status: 422, data: z.object({ fields: z.array(importField) }) },
      })
      .input(z.object({ importId, mapping: importMapping }))
      .output(importView),
    faults: procedure
      .meta({ access: ofImport })
      .route({ method: 'GET', path: '/people-imports/{importId}/faults', tags, summary: 'Faults' })
      .input(pageRequest.extend({ importId }))
      .output(
        pageOf(
          z.object({
            rowNumber: z.number().int(),
            cells: z.array(z.string()),
            faults: z.array(importFault),
          }),
        ),
      ),
    apply: procedure
      .meta({ access: ofImport })
      .route({
        method: 'POST',
        path: '/people-imports/{importId}/application',
        tags,
        summary: 'Apply',
      })
      .errors({
        ...wrongState,
        /** Rows are faulty and nobody said to leave them out. */
        FAULTY_ROWS: { status: 409, data: z.object({ faulty: z.number().int() }) },
        /** The system changed since the dry run: it was repeated, look again. */
        CHANGED_SINCE: { status: 409 },
      })
      .input(
        z.object({ importId, leaveOutFaulty: z.boolean(), invite: z.boolean().default(false) }),
      )
      .output(importView),
    discard: procedure
      .meta({ access: ofImport })
      .route({ method: 'DELETE', path: '/people-imports/{importId}', tags, summary: 'Discard' })
      .errors(wrongState)
      .input(z.object({ importId }))
      .output(z.object({ state: importState })),
    faultFile: procedure
      .meta({ access: ofImport })
      .route({ method: 'GET', path: '/people-imports/{importId}/faults.csv', tags, summary: 'CSV' })
      .input(z.object({ importId }))
      .output(z.file()),
  },
}
