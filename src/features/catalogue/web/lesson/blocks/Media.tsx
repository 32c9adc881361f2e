import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { Disclosure } from '../../../../../web/design-system/Disclosure.tsx'
import type { BlockOf } from '../../../model/lesson-document.ts'
import { courseFileAddress } from '../course-file-address.ts'

/** Video or sound with captions; what is said can be read as well. */
export function Media({
  block,
  transcript,
}: {
  block: BlockOf<'media'>
  transcript: React.ReactNode
}) {
  const { i18n } = useLingui()
  const Player = block.kind
  return (
    <figure className="font-sans text-base">
      <Player
        controls
        preload="none"
        src={courseFileAddress(block.src)}
        aria-label={block.title}
        className={`no-print w-full rounded-lg bg-sunken ${block.kind === 'video' ? 'aspect-video' : ''}`}
      >
        <track
          default
          kind="captions"
          src={courseFileAddress(block.captions)}
          srcLang={i18n.locale}
          label={block.title}
        />
      </Player>
      <figcaption className="mt-2 font-semibold">{block.title}</figcaption>
      <Disclosure title={<Trans>Read what is said</Trans>}>{transcript}</Disclosure>
    </figure>
  )
}
