import './design-system/styles.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { queryClient } from './api.ts'
import { activateLanguage, browserLanguage, loadAllTexts } from './i18n/language.ts'
import { keepApp } from './keep-app.ts'
import { preloadOnIntent } from './preload-on-intent.ts'
import { preloadPage } from './preload-page.ts'
import { mayOpen, routes } from './routes.tsx'
import { sendWhatWaits } from './send-waiting.ts'
import { followOtherTabs } from './session.ts'

void start()

// Not awaited at the top level: other chunks import from the one this is in, and would wait for it.
async function start() {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  await activateLanguage(browserLanguage())
  // The router calls every freshly loaded entry "default"; each needs a key of its own, or a page typed into the
  // address bar begins where another one was left.
  if (!window.history.state?.key)
    window.history.replaceState({ ...window.history.state, key: crypto.randomUUID() }, '')
  const router = createBrowserRouter(routes)
  await settled(router)
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  )
  preloadOnIntent((url) => {
    if (!mayOpen(url)) return
    void preloadPage(routes, url)
    // Should it fail, the next page asks again.
    loadAllTexts().catch(() => {})
  })
  followOtherTabs()
  // The page that was asked for comes first.
  setTimeout(() => {
    sendWhatWaits()
    // Where nothing may be kept the app works all the same.
    keepApp().catch(() => {})
  }, 2000)
}

/** Where a wait begins to be noticed, and the starting page begins to show. */
const patienceMs = 300

/** Until the first page can be drawn whole, or the wait is long: drawing the starting page first costs as much again. */
function settled(router: ReturnType<typeof createBrowserRouter>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(late)
      forget()
      resolve()
    }
    const late = setTimeout(done, patienceMs)
    const forget = router.subscribe(({ initialized }) => {
      if (initialized) done()
    })
    if (router.state.initialized) done()
  })
}
