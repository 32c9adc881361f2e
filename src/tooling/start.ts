import { buildIfStale } from './build.ts'

try {
  await buildIfStale()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
// Only now: the server lists the built files when it starts.
const { runServer } = await import('../server/main.ts')
await runServer(process.argv.slice(2))
