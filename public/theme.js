// Runs before the first paint, so that the page never flashes in another theme. The only writer of these
// classes: src/web/appearance.ts changes the cookie and sends the event.
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
