import { Trans, useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../design-system/Disclosure.tsx'
import { PageHeader } from '../../design-system/PageHeader.tsx'
import { Contact } from '../Contact.tsx'
import { helpParts } from './help-parts.tsx'

export function HelpPage() {
  const { t } = useLingui()
  return (
    <>
      <PageHeader
        title={<Trans>How can we help?</Trans>}
        lede={<Trans>Short answers, by what you do here.</Trans>}
      />
      <div className="mt-9 grid gap-x-14 gap-y-8 lg:grid-cols-[14rem_minmax(0,46rem)]">
        <nav aria-label={t`Parts of this page`} className="lg:sticky lg:top-8 lg:self-start">
          <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-1 lg:border-line lg:border-s">
            {helpParts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className="flex min-h-9 items-center lg:px-4">
                  {title}
                </a>
              </li>
            ))}
            <li>
              <a href="#contact" className="flex min-h-9 items-center lg:px-4">
                <Trans>No answer here?</Trans>
              </a>
            </li>
          </ul>
        </nav>
        <div className="grid gap-10">
          {helpParts.map(({ id, title, questions }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
              <h2 id={`${id}-title`} className="mb-1">
                {title}
              </h2>
              <div className="border-line border-t">
                {questions.map(({ question, answer }, index) => (
                  <Disclosure
                    // biome-ignore lint/suspicious/noArrayIndexKey: written in a fixed order
                    key={index}
                    title={question}
                  >
                    <p className="max-w-[62ch] text-ink-2">{answer}</p>
                  </Disclosure>
                ))}
              </div>
            </section>
          ))}
          <section id="contact" aria-labelledby="contact-title" className="scroll-mt-6">
            <h2 id="contact-title" className="mb-2">
              <Trans>No answer here?</Trans>
            </h2>
            <Contact />
          </section>
        </div>
      </div>
    </>
  )
}
