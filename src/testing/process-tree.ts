import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Gives the signal to a process and to those it started. */
export function signalTree(pid: number, signal: NodeJS.Signals) {
  for (const each of [pid, ...childrenOf(pid)])
    try {
      process.kill(each, signal)
    } catch {
      // It ended meanwhile.
    }
}

function childrenOf(parent: number): number[] {
  const parents = existsSync('/proc/self/stat') ? parentsByProc() : parentsByPs()
  return parents.flatMap(([pid, itsParent]) => (itsParent === parent ? [pid] : []))
}

type Parentage = readonly [pid: number, parent: number]

/** Linux; a container may have no `ps`. */
function parentsByProc(): Parentage[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        // The name, which comes second, may have spaces and brackets in it.
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return [[Number(pid), Number(parent)] as const]
      } catch {
        return []
      }
    })
}

function parentsByPs(): Parentage[] {
  const { stdout } = spawnSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number)
      return [pid, parent]
    })
}
