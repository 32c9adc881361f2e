import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type CompiledCourse, compileCourse } from './compile-course.ts'
import type { Problem } from './problem.ts'

/** Every course below a content folder: each sub-folder with a `course.yaml` or with a language in it. */
export function compileAll(root: string): { courses: CompiledCourse[]; problems: Problem[] } {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) =>
      ['course.yaml', 'en', 'pl', 'hu'].some((part) => existsSync(join(root, name, part))),
    )
    .sort()
  const compiled = folders.map((folder) => compileCourse(root, folder))
  return {
    courses: compiled.flatMap(({ course }) => (course ? [course] : [])),
    problems: compiled.flatMap(({ problems }) => problems),
  }
}
