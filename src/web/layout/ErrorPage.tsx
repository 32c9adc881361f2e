import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ORPCError } from '@orpc/client'
import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { isBusy, isNetworkError } from '../again.ts'
import { requestIdOf } from '../api.ts'
import { buttonLook } from '../design-system/button-look.ts'
import { LinkButton } from '../design-system/LinkButton.tsx'
import { Logo } from '../design-system/Logo.tsx'
import { useErrorText } from '../errors.tsx'
import { paths } from '../paths.ts'
import { usePageTitle } from './page-title.tsx'
import { useFrame } from './use-frame.ts'
import { useReturn } from './use-return.ts'

/** What happened, what is safe, what to do; and the number the support desk can find it by. */
export function ErrorPage({ isAlone = false }: { isAlone?: boolean }) {
  const { t } = useLingui()
  const error = useRouteError()
  // Nothing was entered here but an address.
  const errorText = useErrorText({
    BAD_REQUEST: msg`There is nothing here. It may have been removed, or the link is incomplete.`,
  })
  const requestId = requestIdOf(error)
  const title = t`There is a problem`
  usePageTitle(title)
  // Outside the shell nobody else sets it.
  useEffect(() => {
    document.title = `${title} – Officina`
  }, [title])
  // A bare page brings its own margins, but it is not there.
  const hasNoMargins = useFrame() === 'bare' || isAlone
  const isOffline = isNetworkError(error)
  const isAway = isOffline || isBusy(error)
  useReturn(isAway)
  // Outside the shell it is the page's main part itself.
  const Frame = isAlone ? 'main' : 'section'
  const isRefusal = error instanceof ORPCError && error.status < 500
  return (
    <Frame
      className={`grid max-w-[40rem] justify-items-start gap-4 ${hasNoMargins ? 'mx-auto px-4 py-10' : ''}`}
    >
      {isAlone && <Logo />}
      <h1>
        {isAway ? (
          <Trans>The server does not answer</Trans>
        ) : isRefusal ? (
          <Trans>This page cannot be shown</Trans>
        ) : (
          <Trans>Something went wrong on our side</Trans>
        )}
      </h1>
      <p className="text-ink-2 text-lg">{errorText(error)}</p>
      {!isRefusal && !isAway && (
        <p>
          <Trans>What you had saved is safe.</Trans>
        </p>
      )}
      {isAway && (
        <p role="status">
          <Trans>This page opens by itself as soon as the server answers again.</Trans>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {!isRefusal && (
          <a href={window.location.href} className={buttonLook('primary')}>
            <Trans>Try again</Trans>
          </a>
        )}
        <LinkButton to={paths.home()} look={isRefusal ? 'primary' : 'quiet'}>
          <Trans>Go to the start page</Trans>
        </LinkButton>
      </div>
      {requestId && !isAway && (
        <p className="text-ink-3 text-sm">
          <Trans>
            If it happens again, tell your administrator this number:{' '}
            <code className="select-all font-sans">{requestId}</code>
          </Trans>
        </p>
      )}
    </Frame>
  )
}
