import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { Contact } from '../Contact.tsx'
import type { RoleHelp, Task, Trouble } from './roles/role-help.ts'
import { screenTips, sharedTroubles } from './roles/shared.ts'

/** All open, so that it can be read through, searched in and printed. */
export function RoleHelpParts({ help }: { help: RoleHelp }) {
  const { t } = useLingui()
  const parts: { id: string; title: string; body: ReactNode }[] = [
    {
      id: 'day',
      title: t`Day by day`,
      body: (
        <ul className="grid list-disc gap-2 ps-5 marker:text-ink-3">
          {help.days.map((day) => (
            <li key={day.id}>{t(day)}</li>
          ))}
        </ul>
      ),
    },
    { id: 'tasks', title: t`Step by step`, body: <Tasks tasks={help.tasks} /> },
    {
      id: 'trouble',
      title: t`When something goes wrong`,
      body: <Troubles troubles={[...sharedTroubles, ...help.troubles]} />,
    },
    { id: 'sight', title: t`Who sees what`, body: <Sight sees={t(help.sees)} /> },
    {
      id: 'screen',
      title: t`Keyboard, screen, language`,
      body: (
        <>
          <ul className="grid list-disc gap-2 ps-5 marker:text-ink-3">
            {screenTips.map((tip) => (
              <li key={tip.id}>{t(tip)}</li>
            ))}
          </ul>
          <p className="mt-3">
            <Trans>
              What is not accessible yet, and to whom you can turn, says the{' '}
              <Link to={paths.accessibility()}>Accessibility statement</Link>.
            </Trans>
          </p>
        </>
      ),
    },
    { id: 'contact', title: t`Whom to ask`, body: <WhomToAsk /> },
  ]
  return (
    <div className="mt-9 grid gap-x-14 gap-y-8 lg:grid-cols-[15rem_minmax(0,46rem)]">
      <nav aria-label={t`Parts of this page`} className="no-print lg:sticky lg:top-8 lg:self-start">
        <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-1 lg:border-line lg:border-s">
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} className="flex min-h-9 items-center py-1 leading-tight lg:px-4">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-12">
        {parts.map(({ id, title, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
            <h2 id={`${id}-title`} className="mb-4 border-ink border-b-2 pb-2">
              {title}
            </h2>
            {body}
          </section>
        ))}
      </div>
    </div>
  )
}

function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useLingui()
  return (
    <div className="grid gap-8">
      {tasks.map(({ title, page, steps }) => (
        <section key={title.id} className="break-inside-avoid">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h3>{t(title)}</h3>
            {page && (
              <Link to={page.to} className="no-print inline-flex min-h-6 items-center">
                {t(page.name)}
              </Link>
            )}
          </div>
          <ol className="mt-2 grid list-decimal gap-2 ps-6 marker:font-semibold marker:text-ink-3">
            {steps.map((step) => (
              <li key={step.id} className="ps-1">
                {t(step)}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Troubles({ troubles }: { troubles: readonly Trouble[] }) {
  const { t } = useLingui()
  return (
    <dl className="grid gap-5">
      {troubles.map(({ what, whatToDo }) => (
        <div key={what.id} className="break-inside-avoid">
          <dt className="font-semibold">{t(what)}</dt>
          <dd className="mt-0.5 text-ink-2">{t(whatToDo)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Sight({ sees }: { sees: string }) {
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <h3>
          <Trans>Who sees what about me</Trans>
        </h3>
        <p>
          <Trans>Your notes, highlights and reflections: nobody but you.</Trans>
        </p>
        <p>
          <Trans>
            Your progress, dates and results: the people whom{' '}
            <Link to={paths.whoSeesWhat()}>Who sees what about me</Link> names, with what each of
            them may see. Whoever takes a list with your data out is named there too.
          </Trans>
        </p>
      </div>
      <div className="grid gap-2">
        <h3>
          <Trans>What I see of others</Trans>
        </h3>
        <p>{sees}</p>
      </div>
    </div>
  )
}

function WhomToAsk() {
  return (
    <div className="grid gap-3">
      <ul className="grid list-disc gap-2 ps-5 marker:text-ink-3">
        <li>
          <Trans>About courses, dates and attempts: your trainer or training officer.</Trans>
        </li>
        <li>
          <Trans>About your account, your name, your office or a role: your administrator.</Trans>
        </li>
        <li>
          <Trans>
            Say which page it is and what you wanted to do. If a message shows a number, add it.
          </Trans>
        </li>
      </ul>
      <Contact />
    </div>
  )
}
