import { type Permission, permissionsByRole, type Role } from '../contract/permission.ts'
import type { Language, PersonId, UnitId } from '../contract/primitives.ts'
import type { Db, Tx } from './db/connect.ts'
import type { Memory } from './memory.ts'

export type Grant = { role: Role; unitId: UnitId; unitPath: string }

export type Session = {
  sessionId: string
  personId: PersonId
  displayName: string
  email: string
  language: Language
  unitId: UnitId
  unitPath: string
  /** Grants in force today. */
  grants: readonly Grant[]
}

export type Log = {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

/** What of the configuration handlers may know. */
export type HouseConfig = {
  timeZone: string
  publicUrl: string
  /** One click per role on the sign-in page. */
  demo: boolean
  oidc: { label: string } | null
  hasMailServer: boolean
  /** Where scheduled backups are; absent when none are made. */
  backupDirectory?: string | undefined
}

export type Context = {
  db: Db
  /** Dashboards and reports: a replica when there is one, else `db`. */
  readDb: Db
  /** For what every request reads and seldom changes. Never for what this request is about to change. */
  memory: Memory
  /** In a transaction, which is tried again when it deadlocks with another: effects belong into `tx` alone. */
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  session: Session | null
  /** The session of a procedure whose access is not `public`: the host has refused everyone else. */
  person: () => Session
  /** Paths of the units where the caller holds the permission; empty when none. */
  scope: (permission: Permission) => string[]
  clock: () => Date
  newId: () => string
  log: Log
  requestId: string
  config: HouseConfig
  request: { headers: Headers }
  responseHeaders: Headers
}

export function scopeOf(session: Session | null, permission: Permission): string[] {
  if (!session) return []
  return session.grants
    .filter(({ role }) => permissionsByRole[role].includes(permission))
    .map(({ unitPath }) => unitPath)
}

/** Whether `path` is one of the units or below one. Paths are ltree texts. */
export function within(unitPaths: readonly string[], path: string): boolean {
  return unitPaths.some((unit) => path === unit || path.startsWith(`${unit}.`))
}
