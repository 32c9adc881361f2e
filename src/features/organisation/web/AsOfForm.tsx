import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Button } from '../../../web/design-system/Button.tsx'
import { DateField } from '../../../web/design-system/DateField.tsx'
import { localDate } from '../../../web/i18n/format.ts'

/** Chooses the day whose tree is shown; empty means today. */
export function AsOfForm({ asOf }: { asOf: string | null }) {
  const { t } = useLingui()
  const [, setSearch] = useSearchParams()
  const [day, setDay] = useState<string | null>(asOf ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  function show() {
    const isKnownDay = day !== null && day <= localDate(new Date())
    setProblem(isKnownDay ? null : t`Enter a day that has been.`)
    if (!isKnownDay) return
    setSearch(
      (now) => {
        if (day) now.set('asOf', day)
        else now.delete('asOf')
        return now
      },
      { preventScrollReset: true },
    )
  }

  return (
    <form
      noValidate
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        show()
      }}
    >
      <DateField
        id="as-of"
        label={t`As it was on`}
        defaultValue={asOf ?? ''}
        error={problem ?? undefined}
        onChange={setDay}
      />
      <Button type="submit" look="quiet">
        <Trans>Show that day</Trans>
      </Button>
    </form>
  )
}
