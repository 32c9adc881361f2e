// The PostgreSQL driver 3.4.9 writes to a socket that has just closed: the process dies of an uncaught error, or
// the connection keeps half a message and hangs for ever. And the next statement on a connection opened anew is
// refused with what ended the old one, or gets the answer to another. The first is known to its maintainer (issues 1066, 1154, 1208, with
// proposals open); until it is released mended, these places are mended here after each installation.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const driver = resolve(import.meta.dirname, '../../node_modules/postgres/src/connection.js')

const mends = [
  {
    from: "    if (stream)\n      return queryError(q, Errors.generic('COPY_IN_PROGRESS'",
    to: "    if (socket === null)\n      return queryError(q, Errors.connection('CONNECTION_CLOSED', options, socket)), true\n\n    if (stream)\n      return queryError(q, Errors.generic('COPY_IN_PROGRESS'",
  },
  {
    from: '    const x = socket.write(chunk, fn)\n    nextWriteTimer',
    to: '    const x = socket === null || socket.write(chunk, fn)\n    nextWriteTimer',
  },
  {
    from: '    clearImmediate(nextWriteTimer)\n    socket.removeListener',
    to: '    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener',
  },
  {
    from: '    if (initial)\n      return reconnect()\n\n',
    to: '    if (initial) {\n      query = results = errorResponse = null\n      result = new Result()\n      return reconnect()\n    }\n\n',
  },
  {
    from: '    !hadError && (query || sent.length) && error(',
    to: '    ;(query || sent.length) && error(',
  },
  {
    from: '        return fetchArrayTypes()\n',
    to: '        return fetchArrayTypes().catch(() => {})\n',
  },
  {
    from: '    closedTime = performance.now()\n',
    to: '    query = results = errorResponse = null\n    result = new Result()\n    closedTime = performance.now()\n',
  },
]

/** Throws when the installed driver is another one than the mends were made for. */
export function mendDriver(path = driver) {
  // Nothing is installed yet, or something else went wrong and says so itself.
  if (!existsSync(path)) return
  const found = readFileSync(path, 'utf8')
  let text = found
  for (const { from, to } of mends) {
    if (text.includes(to)) continue
    if (!text.includes(from))
      throw new Error(
        `${path} is not the driver that src/tooling/mend-driver.mjs knows: see whether it still needs mending.`,
      )
    text = text.replace(from, () => to)
  }
  if (text !== found) writeFileSync(path, text)
}

if (import.meta.filename === process.argv[1]) mendDriver()
