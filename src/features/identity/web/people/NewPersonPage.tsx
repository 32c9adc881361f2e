import { Trans, useLingui } from '@lingui/react/macro'
import { ORPCError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Breadcrumbs } from '../../../../web/design-system/Breadcrumbs.tsx'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Checkbox } from '../../../../web/design-system/Checkbox.tsx'
import { DateField } from '../../../../web/design-system/DateField.tsx'
import { ErrorSummary, type FormProblem } from '../../../../web/design-system/ErrorSummary.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { languageNames, languages } from '../../../../web/i18n/language.ts'
import { paths } from '../../../../web/paths.ts'
import { jobRoleKeys, jobRoleName } from '../../model/job-roles.ts'
import { api, client } from '../queries.ts'
import { useWordsLanguage } from '../use-words-language.ts'
import { newPersonErrorWords } from './people-words.ts'
import { UnitChoice } from './UnitChoice.tsx'

type Input = Parameters<typeof client.identity.people.add>[0]

const fieldByError: Record<string, string> = {
  BAD_REQUEST: 'email',
  EMAIL_TAKEN: 'email',
  EXTERNAL_ID_TAKEN: 'external-id',
  UNIT_CLOSED: 'unit',
  FORBIDDEN: 'unit',
  HIRED_LATER: 'hired-on',
}

/** One person by hand, where no file of the personnel system brings her. */
export function NewPersonPage() {
  const { t, i18n } = useLingui()
  const wordsLanguage = useWordsLanguage()
  const errorText = useErrorText(newPersonErrorWords)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [givenName, setGivenName] = useState('')
  const [familyName, setFamilyName] = useState('')
  const [email, setEmail] = useState('')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [jobRole, setJobRole] = useState('')
  const [language, setLanguage] = useState<string>(i18n.locale)
  const [externalId, setExternalId] = useState('')
  const [hiredOn, setHiredOn] = useState<string | null>('')
  const [invite, setInvite] = useState(true)
  const [problems, setProblems] = useState<FormProblem[]>([])
  const add = useMutation({
    mutationFn: (input: Input) => client.identity.people.add(input),
    onSuccess: async ({ personId }) => {
      await queryClient.invalidateQueries({ queryKey: api.identity.people.key() })
      notify({ tone: 'done', text: t`The person is on file.` })
      await navigate(paths.person(personId))
    },
    onError: (error) => {
      const fieldId = error instanceof ORPCError ? fieldByError[error.code] : undefined
      setProblems([{ ...(fieldId && { fieldId }), text: errorText(error) }])
    },
  })
  const errorOf = (id: string) => problems.find(({ fieldId }) => fieldId === id)?.text

  function submit() {
    const found: FormProblem[] = [
      ...(givenName.trim() ? [] : [{ fieldId: 'given-name', text: t`Enter the given name.` }]),
      ...(familyName.trim() ? [] : [{ fieldId: 'family-name', text: t`Enter the family name.` }]),
      ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
        ? []
        : [{ fieldId: 'email', text: t`Enter the whole e-mail address.` }]),
      ...(unitId ? [] : [{ fieldId: 'unit', text: t`Choose an office from the list.` }]),
      ...(hiredOn === null ? [{ fieldId: 'hired-on', text: t`The first day is not a date.` }] : []),
    ]
    setProblems(found)
    if (found.length > 0 || !unitId) return
    add.mutate({
      givenName: givenName.trim(),
      familyName: familyName.trim(),
      email: email.trim(),
      unitId,
      language: languages.find((each) => each === language) ?? 'en',
      jobRole: jobRole || null,
      externalId: externalId.trim() || null,
      hiredOn: hiredOn || null,
      invite,
    })
  }

  const givenField = (
    <TextField
      key="given"
      id="given-name"
      label={t`Given name`}
      value={givenName}
      onChange={setGivenName}
      error={errorOf('given-name')}
      input={{ autoComplete: 'off', maxLength: 120 }}
    />
  )
  const familyField = (
    <TextField
      key="family"
      id="family-name"
      label={t`Family name`}
      value={familyName}
      onChange={setFamilyName}
      error={errorOf('family-name')}
      input={{ autoComplete: 'off', maxLength: 120 }}
    />
  )

  return (
    <div className="grid gap-8">
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[{ label: t`People`, to: paths.people() }, { label: t`Add a person` }]}
          />
        }
        title={<Trans>Add a person</Trans>}
        lede={<Trans>Courses assigned to the office reach the new person within a minute.</Trans>}
      />
      <form
        noValidate
        className="grid max-w-2xl gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary problems={problems} />
        <div className="grid items-start gap-6 sm:grid-cols-2">
          {wordsLanguage === 'hu' ? [familyField, givenField] : [givenField, familyField]}
        </div>
        <TextField
          id="email"
          type="email"
          label={t`E-mail address`}
          value={email}
          onChange={setEmail}
          error={errorOf('email')}
          input={{ autoComplete: 'off', maxLength: 200 }}
        />
        <UnitChoice
          id="unit"
          permission="people.manage"
          label={t`Office or department`}
          error={errorOf('unit')}
          onChange={(unit) => setUnitId(unit?.id ?? null)}
        />
        <div className="grid items-start gap-6 sm:grid-cols-2">
          <Select
            label={t`Job role`}
            value={jobRole}
            onChange={setJobRole}
            options={[
              { value: '', label: t`not stated` },
              ...jobRoleKeys.map((key) => ({ value: key, label: jobRoleName(key, wordsLanguage) })),
            ]}
          />
          <Select
            label={t`Language of mails`}
            value={language}
            onChange={setLanguage}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <TextField
            id="external-id"
            label={t`Personnel number`}
            optional
            value={externalId}
            onChange={setExternalId}
            error={errorOf('external-id')}
            input={{ autoComplete: 'off', maxLength: 120 }}
          />
          <DateField
            id="hired-on"
            label={t`Employed from`}
            optional
            error={errorOf('hired-on')}
            onChange={setHiredOn}
          />
        </div>
        <Checkbox isSelected={invite} onChange={setInvite}>
          <Trans>Invite by e-mail: a link to choose a password, good for seven days</Trans>
        </Checkbox>
        <div>
          <Button type="submit" isPending={add.isPending}>
            <Trans>Add the person</Trans>
          </Button>
        </div>
      </form>
    </div>
  )
}
