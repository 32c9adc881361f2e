import { join } from 'node:path'
import { compileAll } from '../features/catalogue/server/compile/compile-all.ts'
import { formatProblem } from '../features/catalogue/server/compile/problem.ts'

/**
 * Compiles every course below `src/content/`, or below the folder that is given;
 * prints what is wrong with file and line and fails when something is.
 */
const { courses, problems } = compileAll(process.argv[2] ?? join(import.meta.dirname, '../content'))
for (const problem of problems) console.error(formatProblem(problem))
console.log(`${courses.length} courses compile, ${problems.length} problems`)
if (problems.length > 0) process.exit(1)
