import { createServer, type Socket } from 'node:net'

export type ReceivedMail = { from: string; to: string[]; source: string }

/**
 * A mail server on a port of its own that speaks enough SMTP to take mails, or to refuse them.
 * @param refusal gives the answer that refuses a recipient; null takes the mail
 */
export async function startMailServer(refusal: (to: string) => string | null = () => null) {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    talk(socket, received, refusal)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}?from=${encodeURIComponent('Officina <training@officina.test>')}`,
    received,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function talk(socket: Socket, received: ReceivedMail[], refusal: (to: string) => string | null) {
  let buffer = ''
  let mail: ReceivedMail = { from: '', to: [], source: '' }
  let isData = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 officina.test ESMTP')
  socket.setEncoding('utf8')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    buffer += chunk
    for (;;) {
      const end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const text = buffer.slice(0, end)
      buffer = buffer.slice(end + (isData ? 5 : 2))
      if (isData) {
        received.push({ ...mail, source: text })
        mail = { from: '', to: [], source: '' }
        isData = false
        say('250 taken')
      } else command(text)
    }
  })

  function command(text: string) {
    const verb = text.slice(0, 4).toUpperCase()
    const address = /<([^>]*)>/.exec(text)?.[1] ?? ''
    if (verb === 'EHLO') return say('250 officina.test')
    if (verb === 'MAIL') mail.from = address
    if (verb === 'RCPT') {
      const refused = refusal(address)
      if (refused) return say(refused)
      mail.to.push(address)
    }
    if (verb === 'DATA') {
      isData = true
      return say('354 go on')
    }
    if (verb === 'QUIT') {
      say('221 bye')
      return socket.end()
    }
    return say('250 ok')
  }
}
