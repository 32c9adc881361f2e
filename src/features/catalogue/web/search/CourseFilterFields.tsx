import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { SearchField } from '../../../../web/design-system/SearchField.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { languageNames, languages } from '../../../../web/i18n/language.ts'
import { audiences, topics } from '../../model/topics.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { type FilterName, lengthsMinutes, withFilter } from './course-filters.ts'
import { useTypedFilter } from './use-typed-filter.ts'

export function CourseFilterFields({
  params,
  onChange,
}: {
  params: URLSearchParams
  onChange: (params: URLSearchParams) => void
}) {
  const { t } = useLingui()
  const language = useReaderLanguage()
  const { compare } = useFormat()
  const set = (name: FilterName) => (value: string) => onChange(withFilter(params, name, value))
  // On a phone the courses come before the filters, unless one is in use.
  const [isOpen, setIsOpen] = useState(() => [...params.keys()].some((name) => name !== 'q'))
  const [typed, setTyped] = useTypedFilter(params.get('q') ?? '', set('q'))

  const named = (names: Record<string, Record<typeof language, string>>) =>
    Object.entries(names)
      .map(([value, name]) => ({ value, label: name[language] }))
      .sort((one, other) => compare(one.label, other.label))

  return (
    <search className="no-print mt-7 grid gap-x-4 gap-y-5 sm:grid-cols-2 wide:grid-cols-4">
      <div className="sm:col-span-2 wide:col-span-4 wide:max-w-[38rem]">
        <SearchField label={t`Search courses`} value={typed} onChange={setTyped} maxLength={200} />
      </div>
      <Button
        look="quiet"
        aria-expanded={isOpen}
        aria-controls="course-filters"
        onPress={() => setIsOpen(!isOpen)}
        className="sm:hidden"
      >
        <Icon of={SlidersHorizontal} />
        <Trans>Filters</Trans>
      </Button>
      <div
        id="course-filters"
        className={`grid gap-5 sm:contents ${isOpen ? '' : 'max-sm:hidden'}`}
      >
        <Select
          label={t`Topic`}
          value={params.get('topic') ?? ''}
          onChange={set('topic')}
          options={[{ value: '', label: t`All topics` }, ...named(topics)]}
        />
        <Select
          label={t`For whom`}
          value={params.get('audience') ?? ''}
          onChange={set('audience')}
          options={[{ value: '', label: t`Everyone` }, ...named(audiences)]}
        />
        <Select
          label={t`Language of the course`}
          value={params.get('language') ?? ''}
          onChange={set('language')}
          options={[
            { value: '', label: t`Any language` },
            ...languages.map((value) => ({ value, label: languageNames[value] })),
          ]}
        />
        <Select
          label={t`Length`}
          value={params.get('minutes') ?? ''}
          onChange={set('minutes')}
          options={[
            { value: '', label: t`Any length` },
            ...lengthsMinutes.map((minutes) => ({
              value: String(minutes),
              label:
                minutes < 60
                  ? t`${plural(minutes, { one: 'up to # minute', other: 'up to # minutes' })}`
                  : t`${plural(minutes / 60, { one: 'up to # hour', other: 'up to # hours' })}`,
            })),
          ]}
        />
      </div>
    </search>
  )
}
