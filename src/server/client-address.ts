import { BlockList, isIP } from 'node:net'

export type IsProxy = (address: string) => boolean

/**
 * The address a request comes from. A proxy appends who asked it to X-Forwarded-For; from anyone else that
 * header is only a claim, in an office's own network too. So it is read from the right, through our proxies.
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  isProxy: IsProxy,
): string {
  const hops = [...(forwardedFor?.split(',') ?? []), peer].map(plainAddress).filter(Boolean)
  return hops.findLast((hop) => !isProxy(hop)) ?? hops[0] ?? ''
}

/** Recognises these addresses and networks (`10.0.0.0/8`); null when one of them is neither. */
export function proxiesIn(networks: readonly string[]): IsProxy | null {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', given] = network.split('/')
    const bits = isIP(address) === 6 ? 128 : 32
    const prefix = given === undefined ? bits : /^\d{1,3}$/.test(given) ? Number(given) : -1
    if (isIP(address) === 0 || prefix < 0 || prefix > bits) return null
    list.addSubnet(address, prefix, familyOf(address))
  }
  return remembering((address) => isIP(address) !== 0 && list.check(address, familyOf(address)))
}

/** The same few addresses ask again and again, and looking one up takes longer than reading its request. */
function remembering(isProxy: IsProxy, most = 10_000): IsProxy {
  const known = new Map<string, boolean>()
  return (address) => {
    const before = known.get(address)
    if (before !== undefined) return before
    const verdict = isProxy(address)
    // What is no address may be of any length.
    if (address.length <= longestAddress) known.set(address, verdict)
    if (known.size > most) known.clear()
    return verdict
  }
}

const longestAddress = 45

/** A proxy on the same machine needs no setting. */
export const loopback = ['127.0.0.0/8', '::1']

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
const plainAddress = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
