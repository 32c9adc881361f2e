// Runs on whatever Node the machine has (20.20 or newer) and needs nothing installed: it installs what
// is missing under the pinned Node 24, then runs the command there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mendDriver } from './mend-driver.mjs'
import { serverEnvironment, serverFlags } from './serving.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const pinnedNode = join(root, 'node_modules/node/bin/node')
const stampPath = join(root, 'node_modules/.officina-stamp')

const programs = {
  start: 'src/tooling/start.ts',
  dev: 'src/tooling/dev.ts',
  build: 'src/tooling/build-command.ts',
  check: 'src/tooling/check-command.ts',
  e2e: 'src/tooling/e2e-command.ts',
  test: 'src/tooling/test-command.ts',
  bench: 'src/tooling/bench/bench.ts',
  faults: 'src/tooling/faults/faults.ts',
  officina: 'src/server/cli.ts',
}

const [command = '', ...args] = process.argv.slice(2)
if (!Object.hasOwn(programs, command)) {
  console.error(`There is no command "${command}". Commands: ${Object.keys(programs).join(', ')}.`)
  process.exit(2)
}
installIfStale()
mendDriver()
run(programs[command])

function installIfStale() {
  const state = wantedState()
  if (existsSync(pinnedNode) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === state)
    return
  const version = manifest().dependencies.node
  const npm = npmProgram()
  console.log(`Installing what Officina needs (Node ${version} and packages); this takes a minute.`)
  const started = Date.now()
  const install = [npm, 'ci', '--include=dev', '--prefix', root]
  // npm on an older Node leaves out native packages that ask for a newer one, so npm runs on 24 too.
  const [program, programArgs] =
    Number(process.versions.node.split('.')[0]) === 24
      ? [process.execPath, install]
      : [
          process.execPath,
          [
            join(dirname(npm), 'npx-cli.js'),
            '-y',
            `--package=node@${version}`,
            '--',
            'node',
            ...install,
          ],
        ]
  // Elsewhere than here: npx would take a half-installed Node from this folder.
  const { status, error } = spawnSync(program, programArgs, { stdio: 'inherit', cwd: tmpdir() })
  if (status !== 0 || !existsSync(pinnedNode)) {
    console.error(
      `The installation failed${error ? ` (${error.message})` : ''}: npm's message above says why. Mend that and run the command again.`,
    )
    process.exit(status || 1)
  }
  writeFileSync(stampPath, state)
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

function manifest() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
}

// A change of scripts or description does not ask for a new installation.
function wantedState() {
  const { dependencies, devDependencies, overrides, allowScripts } = manifest()
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = JSON.stringify({ dependencies, devDependencies, overrides, allowScripts })
  return createHash('sha256').update(wanted).update(lock).digest('hex')
}

function npmProgram() {
  const { npm_execpath: own } = process.env
  if (own && basename(own) === 'npm-cli.js' && existsSync(own)) return own
  const beside = join(
    dirname(realpathSync(process.execPath)),
    '../lib/node_modules/npm/bin/npm-cli.js',
  )
  if (existsSync(beside)) return beside
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const found = join(folder, 'npm')
    if (existsSync(found) && basename(realpathSync(found)) === 'npm-cli.js')
      return realpathSync(found)
  }
  console.error('npm was not found: install Node.js 20.20 or newer together with npm.')
  process.exit(1)
}

function run(program) {
  const path = `${dirname(pinnedNode)}:${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`
  const serves = command === 'start'
  const flags = serves ? serverFlags : []
  const child = spawn(pinnedNode, [...flags, join(root, program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...(serves ? serverEnvironment : {}), ...process.env, PATH: path },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group; sending it on would be a second one.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  // npm hands a signal to the shell between us, which dies of it silently.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
  child.on('error', (error) => {
    console.error(
      `The pinned Node does not run (${error.message}): remove node_modules and try again.`,
    )
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
