import { createServer } from 'node:net'

/** A TCP port of the loopback address that nobody listens on; someone else may take it next. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
        else reject(new Error('The system gives no free port.'))
      })
    })
  })
}
