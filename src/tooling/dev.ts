import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'
import { freePort } from '../server/free-port.ts'
import { root } from './paths.ts'

// The browser talks to Vite (hot reload), which hands what is the server's to the server (watch).
const port = Number(process.env.PORT || 8080)
const serverPort = await freePort()
const server = spawn(
  process.execPath,
  [
    '--watch',
    '--watch-preserve-output',
    join(root, 'src/server/main.ts'),
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: String(serverPort),
      HOST: '127.0.0.1',
      PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${port}`,
    },
  },
)
// vite.config.ts sends what is not a page's to this port.
process.env.API_PORT = String(serverPort)
const web = await createServer({ root, server: { port, strictPort: true } })
await web.listen()
web.printUrls()

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
    await web.close()
  })
server.on('exit', (code) => process.exit(code ?? 0))
