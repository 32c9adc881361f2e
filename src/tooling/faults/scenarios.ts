import type { Scenario } from './scenario.ts'
import { bothKilled } from './scenarios/both-killed.ts'
import { browserOffline } from './scenarios/browser-offline.ts'
import { clockJumps } from './scenarios/clock-jumps.ts'
import { databaseFrozen } from './scenarios/database-frozen.ts'
import { databaseKilled } from './scenarios/database-killed.ts'
import { diskFull } from './scenarios/disk-full.ts'
import { networkCut } from './scenarios/network-cut.ts'
import { overload } from './scenarios/overload.ts'
import { serverAway } from './scenarios/server-away.ts'
import { serverKilled } from './scenarios/server-killed.ts'
import { twoScreens } from './scenarios/two-screens.ts'

/** The longest first, so that those that run at the same time end together; a new one is a file and a line. */
export const scenarios: readonly Scenario[] = [
  networkCut,
  databaseFrozen,
  serverAway,
  browserOffline,
  twoScreens,
  serverKilled,
  bothKilled,
  databaseKilled,
  diskFull,
  clockJumps,
  overload,
]
