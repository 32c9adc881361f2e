import { createHmac, timingSafeEqual } from 'node:crypto'

/** The name better-auth gives the session cookie: `__Secure-` on https. */
export const sessionCookieName = (publicUrl: string) =>
  `${publicUrl.startsWith('https://') ? '__Secure-' : ''}officina.session_token`

/** Value of the first cookie of one of these names, decoded; null when there is none. */
export function readCookie(headers: Headers, names: readonly string[]): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 0 || !names.includes(part.slice(0, at).trim())) continue
    try {
      return decodeURIComponent(part.slice(at + 1).trim())
    } catch {
      return null
    }
  }
  return null
}

/**
 * The session's cookie, signed as it came. On https the cookie of plain http is not looked at: any neighbour on
 * the network could have slipped in that of her own session.
 */
export const sessionCookieOf = (headers: Headers, publicUrl: string): string | null =>
  readCookie(headers, [sessionCookieName(publicUrl)])

/** The session's token, when the cookie is there and bears our signature. */
export function sessionTokenOf(headers: Headers, secret: string, publicUrl: string): string | null {
  const cookie = sessionCookieOf(headers, publicUrl)
  return cookie === null ? null : verifySigned(cookie, secret)
}

/** As better-call signs cookies: `value.base64(HMAC-SHA-256)`. */
export const sign = (value: string, secret: string) => `${value}.${signature(value, secret)}`

export function verifySigned(signed: string, secret: string): string | null {
  const at = signed.lastIndexOf('.')
  if (at <= 0) return null
  const value = signed.slice(0, at)
  const given = Buffer.from(signed.slice(at + 1))
  const right = Buffer.from(signature(value, secret))
  return given.length === right.length && timingSafeEqual(given, right) ? value : null
}

const signature = (value: string, secret: string) =>
  createHmac('sha256', secret).update(value).digest('base64')
