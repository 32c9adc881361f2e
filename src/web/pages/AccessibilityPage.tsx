import { Trans } from '@lingui/react/macro'
import { PageHeader } from '../design-system/PageHeader.tsx'
import { Tag } from '../design-system/Tag.tsx'
import { useFormat } from '../i18n/format.ts'
import { Contact } from './Contact.tsx'

/** Both change with a review, never by themselves: Decision 2018/1523 wants one at least yearly. */
const preparedOn = '2026-11-22'
const reviewedOn = '2026-11-22'

/** Statement by the model of Implementing Decision (EU) 2018/1523, with the particulars of Poland and Hungary. */
export function AccessibilityPage() {
  const format = useFormat()
  const prepared = format.date(preparedOn)
  const reviewed = format.date(reviewedOn)
  return (
    <article className="max-w-[46rem] [&_h2]:mt-9 [&_h2]:mb-2 [&_h3]:mt-5 [&_h3]:mb-1 [&_li]:mt-1.5 [&_p+p]:mt-3 [&_ul]:ms-5 [&_ul]:list-disc">
      <PageHeader
        title={<Trans>Accessibility statement</Trans>}
        lede={<Trans>What works for everybody here, what does not yet, and where to say so.</Trans>}
      />
      <p className="mt-6!">
        <Trans>
          We want every official to be able to learn here. This statement is about Officina, the
          training system, and follows Directive (EU) 2016/2102, in Poland the Act of 4 April 2019
          on the digital accessibility of websites and mobile applications of public entities, and
          in Hungary Act LXXV of 2018.
        </Trans>
      </p>

      <h2>
        <Trans>Compliance status</Trans>
      </h2>
      <p>
        <Tag tone="due">
          <Trans>Partially compliant</Trans>
        </Tag>
      </p>
      <p className="mt-3">
        <Trans>
          Officina is built to WCAG 2.2, level AA, which contains everything that the European
          standard EN 301 549 V3.2.1 asks of web pages. It is partially compliant, because of what
          is listed below.
        </Trans>
      </p>

      <h2>
        <Trans>What is not accessible, or not yet proven</Trans>
      </h2>
      <h3>
        <Trans>Not compliant</Trans>
      </h3>
      <ul>
        <li>
          <Trans>
            The browsable description of the programming interface is made by others and has not
            been checked. It is for developers; the same description can be had as a plain file.
          </Trans>
        </li>
        <li>
          <Trans>
            Exported XLSX files carry headings, but no document language and no summary. The same
            rows stand on the page as an accessible table.
          </Trans>
        </li>
      </ul>
      <h3>
        <Trans>Not yet proven</Trans>
      </h3>
      <ul>
        <li>
          <Trans>
            No independent expert has checked the system, and people who use screen readers,
            magnifiers or voice control every day have not yet tested it.
          </Trans>
        </li>
        <li>
          <Trans>
            Courses that an office brings in from elsewhere are not checked by us; ask their
            publisher for a statement.
          </Trans>
        </li>
      </ul>
      <p className="mt-3">
        <Trans>We claim no disproportionate burden for any part.</Trans>
      </p>

      <h2>
        <Trans>What helps you here</Trans>
      </h2>
      <ul>
        <li>
          <Trans>Everything works with the keyboard alone; the focus is always visible.</Trans>
        </li>
        <li>
          <Trans>
            Light, dark and high contrast, three sizes of text, up to 400 % enlargement without
            loss.
          </Trans>
        </li>
        <li>
          <Trans>
            Every chart has its sentence and its table; no state is told by colour alone.
          </Trans>
        </li>
        <li>
          <Trans>Motion stops when your device asks for less of it.</Trans>
        </li>
      </ul>

      <h2>
        <Trans>How this statement was prepared</Trans>
      </h2>
      <p>
        <Trans>
          Prepared: {prepared}. Last review: {reviewed}. Method: self-assessment by the makers, with
          automatic checks of the pages in light, dark and high contrast, and work with the keyboard
          alone at three widths.
        </Trans>
      </p>
      <p>
        <Trans>
          The statement is reviewed after every larger change and at least once a year; in Poland by
          31 March.
        </Trans>
      </p>

      <h2>
        <Trans>Tell us what stands in your way</Trans>
      </h2>
      <p>
        <Trans>
          Say which page it is, what you wanted to do, and in which form you would like to have it.
          You need not give a reason.
        </Trans>
      </p>
      <div className="mt-3 [&_li]:mt-0 [&_ul]:ms-0 [&_ul]:list-none">
        <Contact />
      </div>

      <h2>
        <Trans>If our answer does not help</Trans>
      </h2>
      <h3>
        <Trans>In Poland</Trans>
      </h3>
      <p>
        <Trans>
          The office answers within 7 days. If it needs longer, it says why and when, at the latest
          2 months after your request. If it refuses, or you refuse the other way of access it
          offers, you can complain to the office itself, and then write to the Commissioner for
          Human Rights (Rzecznik Praw Obywatelskich, rpo.gov.pl). Legal basis: Journal of Laws 2023,
          item 1440.
        </Trans>
      </p>
      <h3>
        <Trans>In Hungary</Trans>
      </h3>
      <p>
        <Trans>
          First write to the office that runs the system. If its answer does not satisfy you, you
          can turn to the body that supervises accessibility under Act LXXV of 2018; your office
          tells you its present name and address.
        </Trans>
      </p>
    </article>
  )
}
