import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bodyLimitOf } from './body-limit.ts'
import { clientAddress, loopback, proxiesIn } from './client-address.ts'
import { createRateLimiter } from './rate-limit.ts'
import { originRefusal, securityHeaders } from './security.ts'

const publicUrl = 'https://szkolenia.example'

function change(headers: Record<string, string>, method = 'POST') {
  return new Request('http://10.0.0.5:8080/rpc/learning/save', { method, headers })
}

describe('security headers', () => {
  it('allow no inline script, no frame and no foreign source', () => {
    const policy = securityHeaders({ https: true })['content-security-policy'] ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline')
  })

  it('allow the style elements of the installed react-aria, and no others', () => {
    const policy = securityHeaders({ https: false })['content-security-policy'] ?? ''
    const allowed = [...policy.matchAll(/'(sha256-[^']+)'/g)].map(([, hash]) => hash)
    const folder = join(import.meta.dirname, '../../node_modules/react-aria/dist/private')
    const added = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mjs'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .flatMap((code) => [...code.matchAll(/style\.textContent = `([^`]+)`\.trim\(\)/g)])
      .map(([, text = '']) => text.replace(/\$\{[^}]+\}/, 'data-react-aria-pressable').trim())
      .map((text) => `sha256-${createHash('sha256').update(text).digest('base64')}`)
    expect(added.sort()).toEqual(allowed.sort())
  })

  it('bind browsers to https only where the site is served over https', () => {
    expect(securityHeaders({ https: true })).toHaveProperty('strict-transport-security')
    expect(securityHeaders({ https: false })).not.toHaveProperty('strict-transport-security')
  })
})

describe('origin of a change', () => {
  it.each([
    ['from the public address', { origin: publicUrl, host: '10.0.0.5:8080' }],
    [
      'from the address the browser sees',
      { origin: 'http://10.0.0.5:8080', host: '10.0.0.5:8080' },
    ],
    [
      'from a browser that only says same-origin',
      { 'sec-fetch-site': 'same-origin', cookie: 'a=b' },
    ],
    ['from a program without cookies', {}],
  ])('is accepted %s', (_, headers) => {
    expect(originRefusal(change(headers), publicUrl)).toBeNull()
  })

  it.each([
    ['from another site', { origin: 'https://evil.example', host: '10.0.0.5:8080' }],
    ['from a sandboxed frame', { origin: 'null' }],
    [
      'from a look-alike port',
      { origin: 'https://szkolenia.example:444', host: 'szkolenia.example' },
    ],
    ['from a cross-site form', { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
    ['with a cookie and no origin', { cookie: 'session_token=1' }],
  ])('is refused %s', (_, headers) => {
    expect(originRefusal(change(headers), publicUrl)).toMatchObject({ status: 403 })
  })

  it('does not matter for reading', () => {
    expect(originRefusal(change({ origin: 'https://evil.example' }, 'GET'), publicUrl)).toBeNull()
  })
})

describe('size of a request', () => {
  it('is larger for files of people', () => {
    expect(bodyLimitOf('/rpc/learning/save')).toBe(2_000_000)
    expect(bodyLimitOf('/rpc/identity/imports/upload')).toBe(25_000_000)
  })
})

describe('rate of requests', () => {
  it('allows a burst, then the steady rate, a key apart from the other', () => {
    let now = 0
    const limiter = createRateLimiter({ perSecond: 2, burst: 3, now: () => now })
    expect([1, 2, 3].map(() => limiter.take('a'))).toEqual([null, null, null])
    expect(limiter.take('a')).toBe(1)
    expect(limiter.take('b')).toBeNull()
    now = 500
    expect(limiter.take('a')).toBeNull()
    expect(limiter.take('a')).toBe(1)
  })
})

describe('address of a client', () => {
  it.each([
    ['81.2.3.4', undefined, '81.2.3.4'],
    ['::ffff:81.2.3.4', undefined, '81.2.3.4'],
    ['127.0.0.1', '9.9.9.9, 81.2.3.4', '81.2.3.4'],
    ['81.2.3.4', '9.9.9.9', '81.2.3.4'],
    ['10.1.2.3', '9.9.9.9', '10.1.2.3'],
    ['10.20.0.5', '9.9.9.9, 10.1.2.3', '10.1.2.3'],
    ['::1', '9.9.9.9, 81.2.3.4, 10.20.0.5', '81.2.3.4'],
    ['10.20.0.5', undefined, '10.20.0.5'],
  ])('of peer %s that forwards %s is %s', (peer, forwarded, address) => {
    const isProxy = proxiesIn([...loopback, '10.20.0.0/16'])
    if (!isProxy) throw new Error('these are networks')
    expect(clientAddress(peer, forwarded, isProxy)).toBe(address)
  })

  it.each(['', 'proxy', '10.0.0.0/33', '10.0.0.0/x', '300.1.1.1'])('"%s" is no network', (text) => {
    expect(proxiesIn([text])).toBeNull()
  })
})
