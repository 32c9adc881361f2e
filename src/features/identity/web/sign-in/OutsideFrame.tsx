import { Logo } from '../../../../web/design-system/Logo.tsx'
import { LanguageSwitch } from '../../../../web/layout/LanguageSwitch.tsx'

/** Pages for who is not signed in: the mark, the matter, the choice of language. */
export function OutsideFrame({
  children,
  aside,
}: {
  children: React.ReactNode
  aside?: React.ReactNode
}) {
  return (
    <div
      className={`mx-auto grid min-h-dvh w-full content-start gap-8 px-4 py-8 md:py-14 ${aside ? 'max-w-5xl' : 'max-w-md'}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <p>
          <Logo />
        </p>
        <div className="w-72 max-w-full">
          <LanguageSwitch />
        </div>
      </div>
      {aside ? (
        <div className="grid gap-x-16 gap-y-12 md:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
          <div className="grid content-start gap-6">{children}</div>
          {aside}
        </div>
      ) : (
        <div className="grid content-start gap-6">{children}</div>
      )}
    </div>
  )
}
