import { join } from 'node:path'
import { compileAll } from '../features/catalogue/server/compile/compile-all.ts'
import { formatProblem } from '../features/catalogue/server/compile/problem.ts'

/** Compiles every course; prints what is wrong with file and line and fails when something is. */
const { courses, problems } = compileAll(join(import.meta.dirname, '../content'))
for (const problem of problems) console.error(formatProblem(problem))
console.log(`${courses.length} courses compile, ${problems.length} problems`)
if (problems.length > 0) process.exit(1)
