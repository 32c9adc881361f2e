import type { Scenario } from './scenario.ts'
import { bothKilled } from './scenarios/both-killed.ts'
import { clockJumps } from './scenarios/clock-jumps.ts'
import { databaseFrozen } from './scenarios/database-frozen.ts'
import { databaseKilled } from './scenarios/database-killed.ts'
import { diskFull } from './scenarios/disk-full.ts'
import { networkCut } from './scenarios/network-cut.ts'
import { overload } from './scenarios/overload.ts'
import { serverKilled } from './scenarios/server-killed.ts'

/** In the order they run; a new one is a file and a line. */
export const scenarios: readonly Scenario[] = [
  serverKilled,
  databaseKilled,
  bothKilled,
  databaseFrozen,
  networkCut,
  diskFull,
  clockJumps,
  overload,
]
