import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'

/** Slices in the order they may know each other: a slice imports those before it, never one after it. */
const sliceOrder = [
  'organisation',
  'identity',
  'competencies',
  'catalogue',
  'knowledge',
  'authoring',
  'legislation',
  'learning',
  'assessment',
  'sessions',
  'programmes',
  'certificates',
  'evaluation',
  'wellbeing',
  'mobility',
  'screening',
  'records',
  'notifications',
  'reporting',
]

export type Violation = { file: string; imports: string; rule: string }

type Place = {
  path: string
  slice: string | null
  /** `model`, `server`, `web`, `contract`, or the folder directly below `src/`. */
  part: string
}

/** Paths are relative to `src/`, with forward slashes. */
function placeOf(path: string): Place {
  const [top = '', slice = '', part = ''] = path.split('/')
  if (top !== 'features') return { path, slice: null, part: top }
  const file = path.split('/').at(-1) ?? ''
  if (/^score-/.test(file)) return { path, slice, part: 'server' }
  if (part === 'questions') return { path, slice, part: file.endsWith('.tsx') ? 'web' : 'model' }
  return { path, slice, part: part.startsWith('contract') ? 'contract' : part }
}

/** Why `from` may not import `to`; null when it may. Tests and seeds may import anything but a web part. */
export function refusal(fromPath: string, toPath: string): string | null {
  const from = placeOf(fromPath)
  const to = placeOf(toPath)
  const sameSlice = from.slice !== null && from.slice === to.slice
  const file = toPath.split('/').at(-1) ?? ''

  if (/(^|\/)index\.tsx?$/.test(toPath) && to.slice) return 'no barrels: import the file itself'
  if (from.slice && to.slice && !sameSlice) {
    if (sliceOrder.indexOf(to.slice) > sliceOrder.indexOf(from.slice))
      return `${from.slice} comes before ${to.slice}: send an event instead`
  }
  if (from.part === 'model' && from.slice) {
    if (to.part === 'contract' || (sameSlice && to.part === 'model')) return null
    if (to.slice && to.part === 'model') return null
    return 'model holds pure rules: own model and contract primitives only'
  }
  if (from.part === 'contract') {
    if (to.part === 'contract' || to.part === 'model') return null
    return 'a contract imports primitives, contracts and model types only'
  }
  if (from.part === 'web') {
    if (to.part === 'server') return 'the browser never imports a server module'
    if (
      to.slice &&
      !sameSlice &&
      from.slice &&
      !/\/web\/public\.tsx?$/.test(toPath) &&
      to.part === 'web'
    )
      return "another slice's screens are reached through its web/public.tsx"
    if (to.part === 'web' || to.part === 'model' || to.part === 'contract') return null
    return 'web imports own model and contract, src/web, and others’ web/public.tsx'
  }
  if (from.part === 'server') {
    if (to.part === 'web') return 'the server never imports a screen'
    if (from.slice && to.slice && !sameSlice && to.part === 'server' && file !== 'public.ts')
      return "another slice's server is reached through its server/public.ts"
    if (from.slice && to.part === 'tooling') return 'slices do not know the tooling'
    return null
  }
  return null
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g

/** Every import below `root` that the rules refuse, and every cycle between slices' files. */
export function findViolations(root: string): Violation[] {
  const files = sourceFiles(root)
  const violations: Violation[] = []
  for (const file of files) {
    if (/\.(test|browser\.test)\.tsx?$/.test(file)) continue
    for (const target of importsOf(root, file)) {
      const rule = refusal(file, target)
      if (rule) violations.push({ file, imports: target, rule })
    }
  }
  return violations
}

function importsOf(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(importPattern)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((target) => target.startsWith('.'))
    .map((target) => posix.normalize(posix.join(dirname(file), target)))
}

function sourceFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (name === 'fixtures' || name === 'content') return []
    if (statSync(join(root, path)).isDirectory()) return sourceFiles(root, path)
    return /\.tsx?$/.test(name) ? [relative('', path).replaceAll('\\', '/')] : []
  })
}

/** Circles of imports among the files below `root`, each as the files in it; type imports count. */
export function findCycles(root: string): string[][] {
  const files = sourceFiles(root)
  const known = new Set(files)
  const edges = new Map(
    files.map((file) => [file, importsOf(root, file).filter((target) => known.has(target))]),
  )
  const cycles: string[][] = []
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const visit = (file: string) => {
    state.set(file, 'open')
    trail.push(file)
    for (const target of edges.get(file) ?? []) {
      if (state.get(target) === 'open') cycles.push([...trail.slice(trail.indexOf(target)), target])
      else if (!state.has(target)) visit(target)
    }
    trail.pop()
    state.set(file, 'done')
  }
  for (const file of files) if (!state.has(file)) visit(file)
  return cycles
}
