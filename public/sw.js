// Keeps the app itself on the device, so that a page opened without a connection says what is going on, in the
// reader's language, instead of showing the browser's own error. Data is never kept here: what is asked of
// /rpc and /api goes to the server or fails.
const kept = 'officina-app-1'
const shell = '/'
const beside = ['/start.js', '/favicon.svg', '/officina.webmanifest']
const mostAssets = 400

addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(kept)
      .then((cache) => cache.addAll([shell, ...beside]))
      .then(() => skipWaiting()),
  )
})

addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== kept) await caches.delete(name)
      // The page is asked for while this script starts.
      await registration.navigationPreload?.enable()
      await clients.claim()
    })(),
  )
})

// Files that came before this script was here; the browser still has them at hand.
addEventListener('message', (event) => {
  const paths = Array.isArray(event.data) ? event.data.filter(isAsset) : []
  event.waitUntil(Promise.all(paths.map((path) => asset(new Request(path)).catch(() => {}))))
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (!/^\/(rpc|api|xapi|content|health|metrics)(\/|$)/.test(pathname))
      event.respondWith(page(event))
  } else if (isAsset(pathname)) event.respondWith(asset(request))
  else if (beside.includes(pathname)) event.respondWith(fresh(request, pathname))
})

const isAsset = (path) => typeof path === 'string' && path.startsWith('/assets/')

/** The newest page; the kept one when the server is away, or what stands before it says so. */
async function page(event) {
  const cache = await caches.open(kept)
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request))
    if (answer.status >= 502) return (await cache.match(shell)) ?? answer
    // Only what a later visit may be given: a page of the app, not a redirect or a file.
    if (answer.ok && !answer.redirected && answer.headers.get('content-type')?.includes('html'))
      event.waitUntil(cache.put(shell, answer.clone()))
    return answer
  } catch (error) {
    const page = await cache.match(shell)
    if (page) return page
    throw error
  }
}

/** Its name changes with its content: what is here is right. */
async function asset(request) {
  const cache = await caches.open(kept)
  const known = await cache.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) {
    await cache.put(request, answer.clone())
    await dropOldest(cache)
  }
  return answer
}

async function fresh(request, pathname) {
  const cache = await caches.open(kept)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(pathname, answer.clone())
    return answer
  } catch (error) {
    const known = await cache.match(pathname)
    if (known) return known
    throw error
  }
}

/** Of versions long gone; a cache gives its keys in the order they were put. */
async function dropOldest(cache) {
  const assets = (await cache.keys()).filter(({ url }) => isAsset(new URL(url).pathname))
  for (const request of assets.slice(0, Math.max(0, assets.length - mostAssets)))
    await cache.delete(request)
}
