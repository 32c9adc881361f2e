import '../../design-system/reading.css'
import { Trans } from '@lingui/react/macro'
import { Logo } from '../../design-system/Logo.tsx'

export function TypeSamples() {
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <Logo />
        <p className="font-bold text-3xl tracking-[-0.02em]">
          <Trans>Case file O0 1l: 40,118</Trans>
        </p>
        <p className="font-semibold text-xl">
          <Trans>The counter opens at eight</Trans>
        </p>
        <p className="font-semibold text-lg">
          <Trans>One window, one conversation</Trans>
        </p>
        <p>
          <Trans>
            The interface is set in Atkinson Hyperlegible Next, made for readers with low vision.
          </Trans>
        </p>
        <p className="text-ink-3 text-sm">
          <Trans>Side notes, dates and denominators</Trans>
        </p>
      </div>
      <div className="reading">
        <h3>
          <Trans>Lessons are set in Literata</Trans>
        </h3>
        <p>
          <Trans>
            A client seldom says at first what she needs. One good question saves another call. So
            the lines are short, the letters large, and nothing moves beside them.
          </Trans>
        </p>
      </div>
    </div>
  )
}
