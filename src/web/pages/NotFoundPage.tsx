import { Trans } from '@lingui/react/macro'
import { LinkButton } from '../design-system/LinkButton.tsx'
import { paths } from '../paths.ts'

export function NotFoundPage() {
  return (
    <div className="grid max-w-[40rem] justify-items-start gap-4">
      <p className="text-ink-3">404</p>
      <h1>
        <Trans>There is no page at this address</Trans>
      </h1>
      <p className="text-ink-2 text-lg">
        <Trans>
          The link may be incomplete, or the page has moved. If you typed the address, check it
          letter by letter.
        </Trans>
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <LinkButton to={paths.home()}>
          <Trans>Go to the start page</Trans>
        </LinkButton>
        <LinkButton to={paths.help()} look="quiet">
          <Trans>Help</Trans>
        </LinkButton>
      </div>
    </div>
  )
}
