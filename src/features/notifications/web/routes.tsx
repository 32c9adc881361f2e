import { msg } from '@lingui/core/macro'
import type { RouteObject } from 'react-router'
import type { PageHandle } from '../../../web/page-handle.ts'

export const routes: RouteObject[] = [
  {
    path: 'mails',
    handle: { title: msg`Mails` } satisfies PageHandle,
    lazy: {
      loader: async () => (await import('./load-mails.ts')).loadMails,
      Component: async () => (await import('./MailsPage.tsx')).MailsPage,
    },
  },
  {
    path: 'mails/:mailId',
    handle: { title: msg`Mail` } satisfies PageHandle,
    lazy: {
      loader: async () => (await import('./load-mails.ts')).loadMail,
      Component: async () => (await import('./MailPage.tsx')).MailPage,
    },
  },
]
