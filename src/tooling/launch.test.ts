import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'

let project: string

/** A project whose npm only notes that it was asked, and puts our own Node where the pinned one belongs. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'officina-launch-'))
  mkdirSync(join(project, 'src/tooling'), { recursive: true })
  for (const name of ['launch.mjs', 'mend-driver.mjs', 'serving.mjs'])
    cpSync(join(import.meta.dirname, name), join(project, 'src/tooling', name))
  setManifest({ dependencies: { node: '24.21.0' }, scripts: {} })
  writeFileSync(join(project, 'package-lock.json'), '{}')
  writeFileSync(join(project, 'npm-cli.js'), fakeNpm)
  writeFileSync(
    join(project, 'src/tooling/start.ts'),
    `if (process.argv[2] === 'wait') {
       process.on('SIGTERM', () => { console.log('told to end'); process.exit(3) })
       setInterval(() => {}, 1000)
     }
     console.log('started with', process.argv.slice(2).join(' '))
     if (process.argv[2] === 'fail') process.exit(7)`,
  )
})

const fakeNpm = `
  const { appendFileSync, mkdirSync, rmSync, symlinkSync } = require('node:fs')
  const root = process.argv[process.argv.indexOf('--prefix') + 1]
  appendFileSync(root + '/installations', process.argv.slice(2).join(' ') + '\\n')
  if (require('node:fs').existsSync(root + '/offline')) process.exit(4)
  rmSync(root + '/node_modules', { recursive: true, force: true })
  mkdirSync(root + '/node_modules/node/bin', { recursive: true })
  symlinkSync(process.execPath, root + '/node_modules/node/bin/node')`

function setManifest(manifest: object) {
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest))
}

function launch(...args: string[]) {
  return spawnSync(process.execPath, [join(project, 'src/tooling/launch.mjs'), ...args], {
    encoding: 'utf8',
    env: environment(),
  })
}

function environment() {
  return { ...process.env, npm_execpath: join(project, 'npm-cli.js') }
}

function installations() {
  const path = join(project, 'installations')
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').length : 0
}

describe('launch', () => {
  it('installs once, then only starts', () => {
    expect(launch('start', '--empty').stdout).toContain('started with --empty')
    expect(launch('start').stdout).toContain('started with')
    expect(installations()).toBe(1)
  })

  it('installs again when the lockfile or a dependency changed, not for a script', () => {
    launch('start')
    setManifest({ dependencies: { node: '24.21.0' }, scripts: { start: 'other' } })
    launch('start')
    expect(installations()).toBe(1)
    writeFileSync(join(project, 'package-lock.json'), '{ }')
    launch('start')
    setManifest({ dependencies: { node: '24.21.0', zod: '4.6.7' }, scripts: {} })
    launch('start')
    expect(installations()).toBe(3)
  })

  it('installs again when node_modules was removed', () => {
    launch('start')
    rmSync(join(project, 'node_modules'), { recursive: true })
    launch('start')
    expect(installations()).toBe(2)
  })

  it('says that the installation failed, and tries again next time', () => {
    writeFileSync(join(project, 'offline'), '')
    const { status, stderr } = launch('start')
    expect(status).toBe(4)
    expect(stderr).toContain('The installation failed')
    rmSync(join(project, 'offline'))
    expect(launch('start').stdout).toContain('started with')
  })

  it('keeps the exit code, and names the commands it knows', () => {
    expect(launch('start', 'fail').status).toBe(7)
    const { status, stderr } = launch('strat')
    expect(status).toBe(2)
    expect(stderr).toContain('start, dev, build, check, e2e, test, bench, faults, officina')
  })

  it('hands a signal on and waits for the end', async () => {
    launch('start')
    const child = spawn(
      process.execPath,
      [join(project, 'src/tooling/launch.mjs'), 'start', 'wait'],
      { stdio: ['ignore', 'pipe', 'inherit'], env: environment() },
    )
    const ended = new Promise((resolve) => child.once('exit', resolve))
    let output = ''
    for await (const chunk of child.stdout) {
      output += chunk
      if (output.includes('started') && !output.includes('told')) child.kill('SIGTERM')
    }
    expect(await ended).toBe(3)
    expect(output).toContain('told to end')
  })

  it('ends what it started when the shell above it was ended, as npm does', async () => {
    launch('start')
    const line = `"${process.execPath}" src/tooling/launch.mjs start wait; true`
    const shell = spawn('sh', ['-c', line], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment(),
    })
    let output = ''
    for await (const chunk of shell.stdout) {
      output += chunk
      if (output.includes('started') && !output.includes('told')) shell.kill('SIGTERM')
    }
    expect(output).toContain('told to end')
  })
})
