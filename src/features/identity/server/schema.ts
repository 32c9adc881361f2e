import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const person = pgTable('person', {
  id: uuid('id').primaryKey(),
  externalId: text('external_id').unique(),
  givenName: text('given_name').notNull(),
  familyName: text('family_name').notNull(),
  displayName: text('display_name').notNull(),
  sortName: text('sort_name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  language: text('language', { enum: ['en', 'pl', 'hu'] })
    .notNull()
    .default('en'),
  appearance: jsonb('appearance').notNull().default({}),
  toursSeen: text('tours_seen').array().notNull().default([]),
  unitId: uuid('unit_id').notNull(),
  jobRole: text('job_role'),
  hiredOn: date('hired_on'),
  active: boolean('active').notNull().default(true),
  deactivatedAt: instant('deactivated_at'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

/** `validTo` is the first day the person was no longer there. */
export const personPlacement = pgTable('person_placement', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to'),
})

/** `validTo` is the first day the role no longer holds. */
export const roleGrant = pgTable('role_grant', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  role: text('role').notNull(),
  unitId: uuid('unit_id').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to'),
  grantedBy: uuid('granted_by'),
  reason: text('reason').notNull().default(''),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const authSession = pgTable('auth_session', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  token: text('token').notNull().unique(),
  expiresAt: instant('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const authAccount = pgTable('auth_account', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: instant('access_token_expires_at'),
  refreshTokenExpiresAt: instant('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const authVerification = pgTable('auth_verification', {
  id: uuid('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const authTwoFactor = pgTable('auth_two_factor', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean('verified').notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: instant('locked_until'),
})

export const authPasskey = pgTable('auth_passkey', {
  id: uuid('id').primaryKey(),
  name: text('name'),
  publicKey: text('public_key').notNull(),
  personId: uuid('person_id').notNull(),
  credentialId: text('credential_id').notNull().unique(),
  counter: integer('counter').notNull(),
  deviceType: text('device_type').notNull(),
  backedUp: boolean('backed_up').notNull(),
  transports: text('transports'),
  aaguid: text('aaguid'),
  createdAt: instant('created_at').defaultNow(),
})

export const authRateLimit = pgTable('auth_rate_limit', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
})

export const exportLog = pgTable('export_log', {
  id: uuid('id').primaryKey(),
  at: instant('at').notNull().defaultNow(),
  personId: uuid('person_id').notNull(),
  what: text('what').notNull(),
  unitId: uuid('unit_id').notNull(),
  rowCount: integer('row_count').notNull(),
  format: text('format').notNull(),
})

export const peopleImport = pgTable('people_import', {
  id: uuid('id').primaryKey(),
  createdBy: uuid('created_by').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  fileName: text('file_name').notNull(),
  unitId: uuid('unit_id').notNull(),
  state: text('state').notNull(),
  columns: jsonb('columns').notNull(),
  mapping: jsonb('mapping').notNull().default({}),
  totalRows: integer('total_rows').notNull(),
  doneRows: integer('done_rows').notNull().default(0),
  summary: jsonb('summary').notNull().default({}),
  appliedAt: instant('applied_at'),
})

export const peopleImportRow = pgTable(
  'people_import_row',
  {
    importId: uuid('import_id').notNull(),
    rowNumber: integer('row_number').notNull(),
    cells: jsonb('cells').notNull(),
    faults: jsonb('faults').notNull().default([]),
    outcome: text('outcome'),
  },
  (table) => [primaryKey({ columns: [table.importId, table.rowNumber] })],
)
