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
import { routes } from './routes.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await activateLanguage(browserLanguage())
// The router calls every freshly loaded entry "default"; each needs a key of its own, or a page typed into the
// address bar begins where another one was left.
if (!window.history.state?.key)
  window.history.replaceState({ ...window.history.state, key: crypto.randomUUID() }, '')
const router = createBrowserRouter(routes)

createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)

// While the start page is read, what the others need comes in; should it fail, the next page asks again.
setTimeout(() => loadAllTexts().catch(() => {}), 2000)
