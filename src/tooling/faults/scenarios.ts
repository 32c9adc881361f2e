import type { Scenario } from './scenario.ts'
import { bothKilled } from './scenarios/both-killed.ts'
import { databaseKilled } from './scenarios/database-killed.ts'
import { serverKilled } from './scenarios/server-killed.ts'

/** In the order they run; a new one is a file and a line. */
export const scenarios: readonly Scenario[] = [serverKilled, databaseKilled, bothKilled]
