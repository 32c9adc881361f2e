import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { CourseId, UnitId } from '../../../../contract/primitives.ts'
import { api, client, queryClient } from '../../../../web/api.ts'
import { Breadcrumbs } from '../../../../web/design-system/Breadcrumbs.tsx'
import { Button } from '../../../../web/design-system/Button.tsx'
import { DateField } from '../../../../web/design-system/DateField.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { localDate } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { useGroupErrorText } from './group-errors.ts'
import { groupQueries } from './group-queries.ts'

/** A name, a course, a unit and dates; people come on the group's own page. */
export function NewGroupPage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const errorText = useGroupErrorText()
  const { data: choices } = useSuspenseQuery(groupQueries.choices(useReaderLanguage()))
  const [name, setName] = useState('')
  const [courseId, setCourseId] = useState<string>(choices.courses[0]?.courseId ?? '')
  const [unitId, setUnitId] = useState<string>(choices.units[0]?.unitId ?? '')
  const [startsOn, setStartsOn] = useState<string | null>(localDate(new Date()))
  const [dueOn, setDueOn] = useState<string | null>('')
  const [problems, setProblems] = useState<FormProblem[]>([])
  const create = useMutation({
    mutationFn: () =>
      client.learning.createGroup({
        // Values of the two lists the server gave.
        unitId: unitId as UnitId,
        courseId: courseId as CourseId,
        name,
        startsOn: startsOn ?? '',
        dueOn: dueOn || null,
      }),
    onSuccess: async ({ groupId }) => {
      await queryClient.invalidateQueries({ queryKey: api.learning.groups.key() })
      await navigate(paths.group(groupId))
    },
    onError: (error) => setProblems([{ text: errorText(error) }]),
  })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const found: FormProblem[] = []
    if (name.trim() === '')
      found.push({ fieldId: 'group-name', text: t`Write a name for the group.` })
    if (!startsOn)
      found.push({ fieldId: 'group-start', text: t`Write the full date of the first day.` })
    if (dueOn === null || (startsOn && dueOn && dueOn < startsOn))
      found.push({
        fieldId: 'group-due',
        text: t`The due date is a full date after the first day, or empty.`,
      })
    setProblems(found)
    if (found.length === 0) create.mutate()
  }
  const errorOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.text
  return (
    <div className="max-w-2xl">
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[{ label: t`Groups`, to: paths.groups() }, { label: t`New group` }]}
          />
        }
        title={t`New group`}
        lede={t`You will be its trainer. People come in the next step.`}
      />
      <form noValidate onSubmit={submit} className="mt-8 grid gap-6">
        <ErrorSummary problems={problems} />
        <TextField
          id="group-name"
          label={t`Name`}
          maxLength={120}
          value={name}
          onChange={setName}
          error={errorOf('group-name')}
        />
        <Select
          label={t`Course`}
          value={courseId}
          onChange={setCourseId}
          options={choices.courses.map((course) => ({
            value: course.courseId,
            label: course.title,
          }))}
        />
        <Select
          label={t`Unit whose people it is for`}
          value={unitId}
          onChange={setUnitId}
          options={choices.units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
        />
        <DateField
          id="group-start"
          label={t`First day`}
          defaultValue={startsOn ?? ''}
          onChange={setStartsOn}
          error={errorOf('group-start')}
        />
        <DateField
          id="group-due"
          label={t`Due date`}
          optional
          onChange={setDueOn}
          error={errorOf('group-due')}
        />
        <div>
          <Button type="submit" isPending={create.isPending}>
            <Trans>Create the group</Trans>
          </Button>
        </div>
      </form>
    </div>
  )
}
