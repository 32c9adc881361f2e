// Runs before the first paint and before the app's scripts have come. The only writer of these classes:
// src/web/appearance.ts changes the cookie and sends the event.
;(() => {
  const root = document.documentElement
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const contrast = matchMedia('(prefers-contrast: more)')
  const cookie = (name) => document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1] ?? ''
  const apply = () => {
    const [theme = 'system', textSize = 'normal'] = cookie('appearance').split('.')
    root.classList.toggle('dark', theme === 'dark' || (theme !== 'light' && dark.matches))
    root.classList.toggle('contrast', theme === 'contrast' || contrast.matches)
    root.classList.toggle('text-size-large', textSize === 'large')
    root.classList.toggle('text-size-largest', textSize === 'largest')
  }
  const wanted = [cookie('language'), ...navigator.languages].map((each) => each.slice(0, 2))
  root.lang = wanted.find((each) => ['en', 'pl', 'hu'].includes(each)) ?? 'en'
  apply()
  dark.addEventListener('change', apply)
  contrast.addEventListener('change', apply)
  document.addEventListener('officina:appearance', apply)
})()

// What the first page needs beside the app is asked for now, while the app is on its way: the texts, the start
// page's code and its data. src/tooling/early-files.ts writes the files' names on this script's element.
;(() => {
  const { lang } = document.documentElement
  const script = document.currentScript
  const isHome = location.pathname === '/'
  const preload = (part, attributes) => {
    for (const href of script.getAttribute(`data-${part}`)?.split(' ') ?? [])
      document.head.append(Object.assign(document.createElement('link'), { ...attributes, href }))
  }
  for (const part of [`first-${lang}`, isHome ? 'home' : `rest-${lang}`])
    preload(part, { rel: 'modulepreload', crossOrigin: '' })
  // Lessons are read in a face of their own.
  if (/^\/learn\/[^/]+(\/(?!quiz$)[^/]+)?$/.test(location.pathname))
    preload('faces', { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '' })
  if (!isHome) return
  // Word for word the first question of the app, which takes this answer for its own: src/web/early-answer.ts.
  const body = JSON.stringify([
    { body: {}, url: `${location.origin}/rpc/identity/me` },
    { body: { json: { language: lang } }, url: `${location.origin}/rpc/learning/home` },
  ])
  const headers = { 'content-type': 'application/json', 'x-orpc-batch': 'buffered' }
  const answer = fetch('/rpc/identity/me/__batch__', { method: 'POST', headers, body })
  answer.catch(() => {})
  window.officinaEarly = { body, answer }
})()

// Tables of numbers, dates and plurals take a slow processor 100 ms to open: it has nothing else to do just now.
setTimeout(() => {
  const { lang } = document.documentElement
  new Intl.PluralRules(lang).select(1)
  new Intl.NumberFormat(lang).format(1)
  new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format()
})
