/**
 * The address a request comes from. A proxy in front of us has a private address and appends who asked
 * it to X-Forwarded-For; from anyone else that header is only a claim.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined): string {
  const last = forwardedFor?.split(',').at(-1)?.trim()
  return last && isPrivate(plainAddress(peer)) ? plainAddress(last) : plainAddress(peer)
}

function plainAddress(address: string) {
  return address.replace(/^::ffff:/, '')
}

function isPrivate(address: string): boolean {
  return (
    /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ||
    address === '::1' ||
    /^f[cd]/i.test(address)
  )
}
