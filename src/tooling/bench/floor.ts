import { createServer } from 'node:http'
import postgres from 'postgres'

// What this machine can do at all: a handler that does nothing, and one indexed row through the same driver.
// Run as a process of its own, as the server is: `node floor.ts <port> <database address> <person id>`.
const [port, url = '', personId = ''] = process.argv.slice(2)
const sql = postgres(url, { max: 10 })

createServer(async (incoming, outgoing) => {
  const answer =
    incoming.url === '/row'
      ? await sql`select display_name from person where id = ${personId}`
      : [{ display_name: 'nobody' }]
  const body = JSON.stringify(answer[0])
  outgoing.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  outgoing.end(body)
}).listen(Number(port), '127.0.0.1')
