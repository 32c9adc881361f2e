import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listingHash } from './listing-hash.ts'
import { dist, root, toolScript } from './paths.ts'
import { runNode } from './program.ts'

const stampPath = join(dist, '.stamp')

/** Builds the web app unless `dist/` was made from the sources as they are. */
export async function buildIfStale(): Promise<void> {
  const state = sourceState()
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === state) return
  console.log('Building the web app …')
  const started = Date.now()
  await build()
  console.log(`Built in ${Math.round((Date.now() - started) / 1000)} s.`)
}

/** Throws when the build fails; Vite has said why. */
export async function build(): Promise<void> {
  const state = sourceState()
  const code = await runNode(toolScript('vite/bin/vite.js'), ['build', '--logLevel', 'error'])
  if (code !== 0) throw new Error('The web app could not be built: the message above says why.')
  writeFileSync(stampPath, state)
}

// Tests and the server's own code change nothing in the browser, but a missed change would be worse.
function sourceState(): string {
  return listingHash(root, [
    'src',
    'public',
    'index.html',
    'vite.config.ts',
    'lingui.config.ts',
    'package-lock.json',
  ])
}
