import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { accepts } from './accepts.ts'

/** The built web app. Returns null for what is not a file of it, nor a page. */
export type StaticFiles = (request: Request) => Promise<Response | null>

/**
 * Lists the folder once; later requests can only name what is on the list, so no path leads out of it.
 * Beside `x.js`, `x.js.br` and `x.js.gz` are its compressed forms.
 */
export function createStaticFiles(folder: string): StaticFiles {
  const files = listFiles(folder)

  return async function serveStatic(request) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null
    const { pathname } = new URL(request.url)
    const exact = pathname === '/index.html' ? undefined : files.get(pathname)
    if (exact && !/\.(br|gz)$/.test(pathname)) return await respond(request, pathname, exact)
    if (!isPage(request, pathname)) return null
    const index = files.get('/index.html')
    return index ? await respond(request, '/index.html', index) : notBuilt()
  }

  async function respond(request: Request, pathname: string, file: StaticFile): Promise<Response> {
    const headers = new Headers({
      'content-type': typeByExtension[extname(pathname)] ?? 'application/octet-stream',
      'cache-control': pathname.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      etag: file.etag,
      vary: 'accept-encoding',
    })
    if (request.headers.get('if-none-match') === file.etag)
      return new Response(null, { status: 304, headers })
    const accepted = request.headers.get('accept-encoding') ?? ''
    const [encoding, chosen] = compressed(pathname, accepted) ?? [undefined, file]
    if (encoding) headers.set('content-encoding', encoding)
    headers.set('content-length', String(chosen.size))
    if (request.method === 'HEAD') return new Response(null, { headers })
    chosen.content ??= readFile(chosen.path)
    return new Response(new Uint8Array(await chosen.content), { headers })
  }

  function compressed(pathname: string, accepted: string): [string, StaticFile] | undefined {
    for (const [encoding, suffix] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      const file = files.get(pathname + suffix)
      if (file && accepts(accepted, encoding)) return [encoding, file]
    }
    return undefined
  }
}

type StaticFile = { path: string; size: number; etag: string; content?: Promise<Buffer> }

function listFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of entriesOf(folder)) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const path = join(entry.parentPath, entry.name)
    const { size, mtimeMs } = statSync(path)
    const name = `/${relative(folder, path).split(sep).join('/')}`
    files.set(name, { path, size, etag: `"${size.toString(36)}-${mtimeMs.toString(36)}"` })
  }
  return files
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
}

/** Addresses of the app have no file extension, and a browser asks for them as HTML. */
function isPage(request: Request, pathname: string): boolean {
  if (/^\/(rpc|api|xapi|content|assets|health|metrics)(\/|$)/.test(pathname)) return false
  const accept = request.headers.get('accept') ?? '*/*'
  return extname(pathname) === '' && /text\/html|\*\/\*/.test(accept)
}

function notBuilt(): Response {
  const text = 'The web app is not built yet: run "npm run build", or "npm start", which does it.'
  return new Response(text, { status: 503, headers: { 'content-type': 'text/plain' } })
}

const typeByExtension: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.vtt': 'text/vtt',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.wasm': 'application/wasm',
}
