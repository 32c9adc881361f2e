import { msg, plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ORPCError } from '@orpc/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CourseId, UnitId } from '../../../../contract/primitives.ts'
import { api } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { ComboBox } from '../../../../web/design-system/ComboBox.tsx'
import { DateField } from '../../../../web/design-system/DateField.tsx'
import { Dialog } from '../../../../web/design-system/Dialog.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { NumberField } from '../../../../web/design-system/NumberField.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { learningQueries } from '../queries.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { AssignmentReach } from './AssignmentReach.tsx'
import { useJobRoleName } from './job-role-name.ts'

type Draft = {
  courseId: CourseId | null
  unitId: UnitId | null
  jobRole: string | null
  /** '' when empty, null while it is no date. */
  dueOn: string | null
  dueDaysAfterJoining: number | null
}

/** Whom to give which course until when; says how many people that touches before it is done. */
export function AssignmentForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const language = useReaderLanguage()
  const jobRoleName = useJobRoleName()
  const queryClient = useQueryClient()
  const { data: choices } = useQuery(learningQueries.assignmentChoices(language))
  const [draft, setDraft] = useState<Draft>({
    courseId: null,
    unitId: null,
    jobRole: null,
    dueOn: '',
    dueDaysAfterJoining: null,
  })
  const [isChecked, setIsChecked] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }))
  const errorText = useErrorText({
    DUE_IN_THE_PAST: msg`The due date has passed already. Choose today or a later day.`,
    ALREADY_ASSIGNED: msg`This unit has this course assigned already. End that assignment first if its dates should change.`,
  })
  const make = useMutation(
    api.learning.createAssignment.mutationOptions({
      onSuccess: async ({ enrolledPeople, changedPeople }) => {
        const people = enrolledPeople + changedPeople
        notify({
          tone: 'done',
          text: t`${plural(people, {
            one: 'Assigned. # person has the course now.',
            other: 'Assigned. # people have the course now.',
          })}`,
        })
        onClose()
        await queryClient.invalidateQueries({ queryKey: api.learning.assignments.key() })
      },
    }),
  )

  const words = {
    course: t`Choose the course`,
    unit: t`Choose the unit`,
    date: t`Enter a day of the calendar, or leave the date empty`,
  }
  const problems: FormProblem[] = []
  if (isChecked && !draft.courseId) problems.push({ fieldId: 'assign-course', text: words.course })
  if (isChecked && !draft.unitId) problems.push({ fieldId: 'assign-unit', text: words.unit })
  if (isChecked && draft.dueOn === null) problems.push({ fieldId: 'assign-due', text: words.date })
  const dateRefused = make.error instanceof ORPCError && make.error.code === 'DUE_IN_THE_PAST'
  if (make.error)
    problems.push({ fieldId: dateRefused ? 'assign-due' : undefined, text: errorText(make.error) })

  const submit = () => {
    setIsChecked(true)
    const { courseId, unitId, dueOn, ...rest } = draft
    if (courseId && unitId && dueOn !== null)
      make.mutate({ courseId, unitId, dueOn: dueOn || null, ...rest })
  }

  return (
    <Dialog
      title={<Trans>Assign a course</Trans>}
      isOpen
      isPending={make.isPending}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button isPending={make.isPending} onPress={submit}>
            <Trans>Assign</Trans>
          </Button>
          <Button look="quiet" isDisabled={make.isPending} onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <ErrorSummary problems={problems} />
      <Select
        id="assign-course"
        label={<Trans>Course</Trans>}
        error={isChecked && !draft.courseId ? words.course : undefined}
        value={draft.courseId ?? ''}
        onChange={(id) => change({ courseId: (id || null) as CourseId | null })} // an id of the options
        options={[
          { value: '', label: t`Choose…` },
          ...(choices?.courses ?? []).map(({ courseId, title }) => ({
            value: courseId,
            label: title,
          })),
        ]}
      />
      <ComboBox
        id="assign-unit"
        label={<Trans>Unit</Trans>}
        hint={<Trans>The units below it are included.</Trans>}
        error={isChecked && !draft.unitId ? words.unit : undefined}
        options={(choices?.units ?? []).map(({ unitId, name, above }) => ({
          id: unitId,
          label: name,
          ...(above && { note: above }),
        }))}
        onChange={(id) => change({ unitId: id as UnitId | null })} // an id of the options
      />
      <Select
        label={<Trans>For whom</Trans>}
        value={draft.jobRole ?? ''}
        onChange={(jobRole) => change({ jobRole: jobRole || null })}
        options={[
          { value: '', label: t`Everyone` },
          ...(choices?.jobRoles ?? []).map((each) => ({ value: each, label: jobRoleName(each) })),
        ]}
      />
      <DateField
        id="assign-due"
        label={<Trans>Due date</Trans>}
        optional
        error={isChecked && draft.dueOn === null ? words.date : undefined}
        onChange={(dueOn) => change({ dueOn })}
      />
      <NumberField
        label={<Trans>Days for people who join later</Trans>}
        hint={
          <Trans>
            Counted from the day they join. Without it, the due date holds for them too.
          </Trans>
        }
        optional
        minValue={1}
        maxValue={730}
        onChange={(days) => change({ dueDaysAfterJoining: Number.isNaN(days) ? null : days })}
      />
      {draft.courseId && draft.unitId && (
        <AssignmentReach courseId={draft.courseId} unitId={draft.unitId} jobRole={draft.jobRole} />
      )}
    </Dialog>
  )
}
