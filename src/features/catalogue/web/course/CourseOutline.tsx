import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'

type Lesson = { key: string; title: string; minutes: number }

export function CourseOutline({ lessons, minutes }: { lessons: Lesson[]; minutes: number }) {
  const { t } = useLingui()
  const inMinutes = (count: number) => t`${plural(count, { one: '# minute', other: '# minutes' })}`
  return (
    <section>
      <h2>
        <Trans>Lessons</Trans>
      </h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without markers is one */}
      <ol role="list" className="mt-3 border-line border-t">
        {lessons.map(({ key, title, minutes: own }, index) => (
          <li key={key} className="flex gap-3 border-line border-b py-3">
            <span aria-hidden="true" className="w-6 shrink-0 text-ink-3">
              {index + 1}
            </span>
            <span className="flex-1">{title}</span>
            <span className="shrink-0 text-ink-3">{inMinutes(own)}</span>
          </li>
        ))}
      </ol>
      <p className="flex justify-between gap-4 py-3 font-semibold">
        <span>
          <Trans>Total</Trans>
        </span>
        <span>{inMinutes(minutes)}</span>
      </p>
    </section>
  )
}
