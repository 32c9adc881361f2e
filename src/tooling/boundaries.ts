import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'

/** Slices in the order they may know each other: a slice imports those before it, never one after it. */
const sliceOrder = [
  'upkeep',
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
  // What marks an answer stays on the server, beside the question's type as it is.
  if (/^score-/.test(file)) return { path, slice, part: 'server' }
  if (part === 'questions') return { path, slice, part: file.endsWith('.tsx') ? 'web' : 'model' }
  return { path, slice, part: part.startsWith('contract') ? 'contract' : part }
}

type Rule = { says: string; refuses: (from: Place, to: Place) => boolean }

/** A test proves each on a bad fixture: a rule without one fails. */
export const rules: readonly Rule[] = [
  {
    says: 'no barrels: import the file itself',
    refuses: (_, to) => to.slice !== null && /(^|\/)index\.tsx?$/.test(to.path),
  },
  {
    says: 'a slice knows only those before it: send an event instead',
    refuses: (from, to) =>
      isForeign(from, to) &&
      sliceOrder.indexOf(to.slice ?? '') > sliceOrder.indexOf(from.slice ?? ''),
  },
  {
    says: 'a model holds pure rules: it imports its own model and contracts',
    refuses: (from, to) =>
      from.slice !== null &&
      from.part === 'model' &&
      to.part !== 'contract' &&
      (to.part !== 'model' || isForeign(from, to)),
  },
  {
    says: 'a contract imports primitives, contracts and models',
    refuses: (from, to) => from.part === 'contract' && !['contract', 'model'].includes(to.part),
  },
  {
    says: 'the browser never imports a server module',
    refuses: (from, to) => from.part === 'web' && to.part === 'server',
  },
  {
    says: "another slice's screens are reached through its web/public.tsx",
    refuses: (from, to) =>
      from.part === 'web' &&
      to.part === 'web' &&
      isForeign(from, to) &&
      !/\/web\/public\.tsx?$/.test(to.path),
  },
  {
    says: 'the server never imports a screen',
    refuses: (from, to) => from.part === 'server' && to.part === 'web',
  },
  {
    says: "another slice's server is reached through its server/public.ts",
    refuses: (from, to) =>
      from.part === 'server' &&
      to.part === 'server' &&
      isForeign(from, to) &&
      !to.path.endsWith('/server/public.ts'),
  },
  {
    says: 'what ships knows neither tests nor tooling',
    refuses: (from, to) =>
      ['server', 'web'].includes(from.part) &&
      ['testing', 'tooling'].includes(to.part) &&
      !/-fixture\.tsx?$/.test(from.path),
  },
]

const isForeign = (from: Place, to: Place) =>
  from.slice !== null && to.slice !== null && from.slice !== to.slice

/** Why `from` may not import `to`; null when it may. */
export function refusal(fromPath: string, toPath: string): string | null {
  const [from, to] = [placeOf(fromPath), placeOf(toPath)]
  return rules.find(({ refuses }) => refuses(from, to))?.says ?? null
}

export const impure = 'a model knows no clock, no randomness and no library but zod'

/** What in the text of a model makes it depend on more than what it is given. */
function impuritiesIn(text: string): string[] {
  const libraries = [...text.matchAll(importPattern)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((target) => !target.startsWith('.') && target !== 'zod')
  const calls =
    text.match(/Date\.now\(\)|new Date\(\)|Math\.random\(\)|performance\.now\(\)/g) ?? []
  return [...libraries, ...calls]
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g

/** Every import below `root` that a rule refuses, and every impurity of a model. Tests may import anything. */
export function findViolations(root: string): Violation[] {
  return sourceFiles(root)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) => {
      const refused = importsOf(root, file).flatMap((target): Violation[] => {
        const rule = refusal(file, target)
        return rule ? [{ file, imports: target, rule }] : []
      })
      const isPure = /^features\/[^/]+\/(model|questions)\/.*\.ts$/.test(file)
      const impurities = isPure ? impuritiesIn(readFileSync(join(root, file), 'utf8')) : []
      return [...refused, ...impurities.map((imports) => ({ file, imports, rule: impure }))]
    })
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
