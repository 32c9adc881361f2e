/** Connections of one process that serves, at most. */
export type Pools = {
  /** For requests. */
  db: number
  /** For sessions, health and whatever speaks plain SQL. */
  sql: number
  /** For dashboards and reports. */
  reports: number
}

/**
 * Many processes share what a few have: the database does no more at a time for more of them, and refuses
 * connections above its `max_connections`.
 */
export function poolsOf(workers: number): Pools {
  const share = (all: number, least: number, most: number) =>
    Math.min(most, Math.max(least, Math.floor(all / workers)))
  return { db: share(48, 2, 8), sql: share(16, 2, 4), reports: share(16, 1, 4) }
}

/** To hear of changes two, and one each to see whether the database is there and where its journal stands. */
const watching = 4
/** The pools of one process, the queue of jobs (2) and the connection that watches. */
const ofJobs = 15
/** An operator's command: both pools of a process, and some that PostgreSQL keeps for its administrator. */
const besides = 18

/** What the server may take of its database, all processes together, with an operator's command beside it. */
export function connectionsNeeded(workers: number): number {
  const { db, sql, reports } = poolsOf(workers)
  const serving = workers * (db + sql + reports + watching)
  // One process that does everything shares its pools with the jobs, and watches once.
  return serving + (workers > 1 ? ofJobs : 2) + besides
}
