import net, { createServer, type Socket } from 'node:net'

export type Proxy = {
  port: number
  /**
   * Silence, as behind a cable that was pulled or a firewall that forgot: nothing is refused, nothing is closed,
   * nothing comes through. For the server what was connected before stays silent for ever, also after `heal`;
   * the database is told after 20 s, when its own keepalive would have told it: here TCP itself is well.
   */
  cut: () => void
  /** New connections come through again. */
  heal: () => void
  /** Refuses and closes everything, as a computer without a network does; `up` ends it. */
  down: () => void
  up: () => void
  close: () => Promise<void>
}

/** As connect.ts asks the database to keep it. */
const keepaliveMs = 20_000

/** Stands between the server and its database. */
export async function startProxy(target: { host: string; port: number }): Promise<Proxy> {
  const open = new Set<Socket>()
  const towardsDatabase = new Set<Socket>()
  const silent = new Set<Socket>()
  let isCut = false
  let isDown = false
  const server = createServer((incoming) => {
    if (isDown) return void incoming.destroy()
    open.add(incoming)
    incoming.on('error', () => {})
    incoming.on('close', () => open.delete(incoming))
    if (isCut) return void incoming.pause()
    const outgoing = net.connect(target)
    open.add(outgoing)
    towardsDatabase.add(outgoing)
    outgoing.on('error', () => incoming.destroy())
    outgoing.on('close', () => {
      open.delete(outgoing)
      towardsDatabase.delete(outgoing)
      if (!silent.has(incoming)) incoming.destroy()
    })
    incoming.on('close', () => outgoing.destroy())
    incoming.pipe(outgoing).pipe(incoming)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    port: address.port,
    cut: () => {
      isCut = true
      for (const socket of open) {
        socket.unpipe()
        socket.pause()
        silent.add(socket)
      }
      const gone = [...towardsDatabase]
      setTimeout(() => {
        for (const socket of gone) socket.destroy()
      }, keepaliveMs).unref()
    },
    heal: () => {
      isCut = false
    },
    down: () => {
      isDown = true
      for (const socket of open) socket.destroy()
    },
    up: () => {
      isDown = false
    },
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
