import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from './problem.ts'
import { safeSvg } from './safe-svg.ts'

export type CourseFolder = {
  name: string
  /** Path below `src/content/`, as problems name it. */
  path: (file: string) => string
  read: (file: string) => string | null
  /** Like `read`, and reports a file that is missing. */
  demand: (file: string) => string | null
  exists: (file: string) => boolean
  /** Names of the files in a sub-folder, sorted; none when there is no such folder. */
  list: (folder: string) => string[]
  /** The drawing as safe SVG; empty when it is refused (reported once), null when it is missing. */
  figure: (src: string) => string | null
}

export function openCourseFolder(root: string, name: string, report: Report): CourseFolder {
  const full = (file: string) => join(root, name, file)
  const path = (file: string) => `${name}/${file}`
  const read = (file: string) =>
    isInside(file) && existsSync(full(file)) ? readFileSync(full(file), 'utf8') : null
  const figures = new Map<string, string | null>()

  function figure(src: string): string | null {
    const source = /^figures\/[a-z0-9.-]+\.svg$/.test(src) ? read(src) : null
    if (source === null) return null
    const safe = safeSvg(source)
    if ('svg' in safe) return safe.svg
    report(path(src), 1, safe.problem)
    return ''
  }

  return {
    name,
    path,
    read,
    demand: (file) => {
      const text = read(file)
      if (text === null) report(path(file), 1, 'the file is missing')
      return text
    },
    exists: (file) => isInside(file) && existsSync(full(file)),
    list: (folder) => (existsSync(full(folder)) ? readdirSync(full(folder)).sort() : []),
    figure: (src) => {
      if (!figures.has(src)) figures.set(src, figure(src))
      return figures.get(src) ?? null
    },
  }
}

const isInside = (file: string) => /^[a-z0-9]/i.test(file) && !file.split('/').includes('..')
