import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { Disclosure } from '../../design-system/Disclosure.tsx'
import { PageHeader } from '../../design-system/PageHeader.tsx'
import { paths } from '../../paths.ts'
import { useMe } from '../../session.ts'
import { toursOf } from '../../tour/tours-of.ts'
import { Contact } from '../Contact.tsx'
import { helpParts } from './help-parts.tsx'
import { helpByRole, helpRoles } from './roles/by-role.ts'
import { TourAgain } from './TourAgain.tsx'

/** Leads to the page of one's role; below it the questions everybody asks. */
export function HelpPage() {
  const { t } = useLingui()
  const me = useMe()
  const mine = me ? toursOf(me.roles) : []
  return (
    <>
      <PageHeader
        title={<Trans>How can we help?</Trans>}
        lede={<Trans>A page for each role, and short answers for everybody.</Trans>}
        actions={mine[0] && <TourAgain tour={mine[0]} />}
      />
      <div className="mt-9 grid gap-x-14 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="roles-title">
          <h2 id="roles-title" className="mb-3">
            <Trans>What you do here, step by step</Trans>
          </h2>
          <ul className="border-ink border-t-2">
            {helpRoles.map((role) => (
              <li key={role} className="border-line border-b py-3">
                <Link to={paths.helpFor(role)} className="inline-flex min-h-8 items-center text-lg">
                  {t(helpByRole[role].title)}
                </Link>
                {mine.includes(role) && (
                  <span className="ms-3 font-semibold text-done">
                    <Trans>your role</Trans>
                  </span>
                )}
                <span className="block text-ink-2">{t(helpByRole[role].lede)}</span>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-ink-2">
            <Trans>
              Authors, examiners and mystery clients learn here like everybody: the first page is
              theirs too.
            </Trans>
          </p>
        </section>
        <div className="grid content-start gap-10">
          {helpParts.map(({ id, title, questions }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
              <h2 id={`${id}-title`} className="mb-3">
                {title}
              </h2>
              <div className="border-ink border-t-2">
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
