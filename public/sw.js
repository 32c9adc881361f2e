// Keeps the app itself on the device, so that a page opened without a connection says what is going on, in the
// reader's language, instead of showing the browser's own error. Data is never kept here: what is asked of
// /rpc and /api goes to the server or fails.
const kept = 'officina-app-1'
const shell = '/'
const beside = ['/start.js', '/favicon.svg', '/officina.webmanifest']
const mostAssets = 400
/** So long a network may be silent before the kept page is shown; what is wrong it says itself. */
const silentMs = 4000

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
  event.waitUntil(Promise.all(paths.map((path) => asset(event, new Request(path)).catch(() => {}))))
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (!/^\/(rpc|api|xapi|content|health|metrics)(\/|$)/.test(pathname))
      event.respondWith(page(event))
  } else if (isAsset(pathname)) event.respondWith(asset(event, request))
  else if (beside.includes(pathname)) event.respondWith(fresh(event, request, pathname))
})

const isAsset = (path) =>
  typeof path === 'string' && /^\/assets\/.+\.(js|css|woff2|svg)$/.test(path)

/** The newest page; the kept one when the server is away or silent, or what stands before it says so. */
async function page(event) {
  const cache = await opened()
  const newest = newestPage(event, cache)
  const known = await cache?.match(shell)
  if (!known) return newest
  // A late answer is still kept for the next visit.
  event.waitUntil(newest.catch(() => {}))
  const silence = new Promise((resolve) => setTimeout(resolve, silentMs, known))
  const shown = newest.then((answer) => (answer.status >= 502 ? known : answer))
  return Promise.race([shown.catch(() => known), silence])
}

async function newestPage(event, cache) {
  const answer = (await event.preloadResponse) ?? (await fetch(event.request))
  // Only what a later visit may be given: a page of the app, not a redirect or a file.
  if (answer.ok && !answer.redirected && answer.headers.get('content-type')?.includes('html'))
    keep(event, cache, shell, answer)
  return answer
}

/** Its name changes with its content: what is here is right. */
async function asset(event, request) {
  const cache = await opened()
  const known = await cache?.match(request)
  if (known) return known
  const answer = await fetch(request)
  keep(event, cache, request, answer)
  return answer
}

async function fresh(event, request, pathname) {
  const cache = await opened()
  try {
    const answer = await fetch(request)
    keep(event, cache, pathname, answer)
    return answer
  } catch (error) {
    const known = await cache?.match(pathname)
    if (known) return known
    throw error
  }
}

/** Null where nothing may be kept; the app comes from the server then. */
function opened() {
  return caches.open(kept).catch(() => null)
}

/** Beside the answer: a full device must not hold it back. Only whole files: a part (206) cannot be kept. */
function keep(event, cache, request, answer) {
  if (!cache || answer.status !== 200) return
  const done = cache.put(request, answer.clone()).then(() => dropOldest(cache))
  event.waitUntil(done.catch(() => {}))
}

/** Of versions long gone; a cache gives its keys in the order they were put. */
async function dropOldest(cache) {
  const assets = (await cache.keys()).filter(({ url }) => isAsset(new URL(url).pathname))
  for (const request of assets.slice(0, Math.max(0, assets.length - mostAssets)))
    await cache.delete(request)
}
