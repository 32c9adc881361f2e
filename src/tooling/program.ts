import { spawn } from 'node:child_process'
import { root } from './paths.ts'

/** Runs a script on our own Node, its output shown as it comes; ends when we are told to end. Gives the exit code. */
export async function runNode(
  script: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  const pass = (signal: NodeJS.Signals) => {
    // Ctrl-C in a terminal reached the child already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
    })
  } finally {
    for (const signal of signals) process.off(signal, pass)
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
