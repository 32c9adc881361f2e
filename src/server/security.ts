/** Headers of every answer; a route that needs another policy (course packages, API docs) sets its own. */
export function securityHeaders({ https }: { https: boolean }): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** What a refusal tells: the code the contract's clients know, and its HTTP status. */
export type Refusal = {
  status: 403 | 408 | 413 | 429 | 503
  code: string
  retryAfterSeconds?: number
}

/**
 * Whether a change may come from where it comes from. A browser always says its origin with a change,
 * so a request that bears a cookie but names no origin is refused; programs without cookies may pass.
 */
export function originRefusal(request: Request, publicUrl: string): Refusal | null {
  if (safeMethods.has(request.method)) return null
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin !== null) return isOwn(origin) ? null : refused
  if (site !== null) return site === 'same-origin' || site === 'none' ? null : refused
  return request.headers.has('cookie') ? refused : null

  function isOwn(address: string): boolean {
    // As good as always; to take addresses apart costs more.
    if (address === publicUrl) return true
    if (!URL.canParse(address)) return false
    const { host, origin: theirs } = new URL(address)
    // Behind a proxy Host may be an inner name, then PUBLIC_URL counts; on a laptop it is the other way.
    return theirs === new URL(publicUrl).origin || host === request.headers.get('host')
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const refused: Refusal = { status: 403, code: 'ORIGIN_REFUSED' }

// The two style elements that react-aria adds to a page (touch actions, scrolling under a dialog);
// a test compares them with the installed version.
const libraryStyles = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
].join(' ')

const contentSecurityPolicy = Object.entries({
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': `'self' ${libraryStyles}`,
  // Components set sizes and positions in style attributes.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'form-action': "'self'",
})
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ')
