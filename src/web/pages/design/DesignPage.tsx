import { Trans, useLingui } from '@lingui/react/macro'
import { PageHeader } from '../../design-system/PageHeader.tsx'
import { TextSizeSwitch } from '../../layout/TextSizeSwitch.tsx'
import { ThemeSwitch } from '../../layout/ThemeSwitch.tsx'
import { ButtonSamples } from './ButtonSamples.tsx'
import { ChoiceSamples } from './ChoiceSamples.tsx'
import { ColourSamples } from './ColourSamples.tsx'
import { FieldSamples } from './FieldSamples.tsx'
import { MessageSamples } from './MessageSamples.tsx'
import { NavigationSamples } from './NavigationSamples.tsx'
import { StandingSamples } from './StandingSamples.tsx'
import { TableSamples } from './TableSamples.tsx'
import { TypeSamples } from './TypeSamples.tsx'

/** Every component in all its states: what engineers look up, and what tests open in each theme and language. */
export function DesignPage() {
  const { t } = useLingui()
  const parts = [
    { id: 'colour', title: t`Colour`, Samples: ColourSamples },
    { id: 'type', title: t`Typefaces`, Samples: TypeSamples },
    { id: 'buttons', title: t`Buttons`, Samples: ButtonSamples },
    { id: 'fields', title: t`Fields`, Samples: FieldSamples },
    { id: 'choices', title: t`Choices`, Samples: ChoiceSamples },
    { id: 'standing', title: t`State and progress`, Samples: StandingSamples },
    { id: 'tables', title: t`Tables`, Samples: TableSamples },
    { id: 'ways', title: t`Finding the way`, Samples: NavigationSamples },
    { id: 'messages', title: t`Messages`, Samples: MessageSamples },
  ]
  return (
    <>
      <PageHeader
        title={<Trans>Paper, ink, ruled lines, one green</Trans>}
        lede={
          <Trans>
            The parts every page is made of, in all their states. What is not here is not used.
          </Trans>
        }
      />
      <div className="mt-7 flex max-w-2xl flex-wrap gap-6 [&>*]:flex-1 [&>*]:basis-64">
        <ThemeSwitch />
        <TextSizeSwitch />
      </div>
      <nav aria-label={t`Parts of this page`} className="mt-8">
        <ul className="flex flex-wrap gap-x-5">
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} className="flex min-h-9 items-center">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ id, title, Samples }) => (
        <section
          key={id}
          id={id}
          aria-labelledby={`${id}-title`}
          className="mt-12 scroll-mt-6 border-ink border-t-2 pt-5"
        >
          <h2 id={`${id}-title`} className="mb-5">
            {title}
          </h2>
          <Samples />
        </section>
      ))}
    </>
  )
}
