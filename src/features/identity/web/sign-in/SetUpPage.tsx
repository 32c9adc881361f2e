import { Trans, useLingui } from '@lingui/react/macro'
import { ORPCError } from '@orpc/client'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Callout } from '../../../../web/design-system/Callout.tsx'
import { ErrorSummary } from '../../../../web/design-system/ErrorSummary.tsx'
import { useFormProblems } from '../../../../web/design-system/form-problems.ts'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { Select } from '../../../../web/design-system/Select.tsx'
import { TextField } from '../../../../web/design-system/TextField.tsx'
import { useErrorText } from '../../../../web/errors.tsx'
import { languageNames, languages } from '../../../../web/i18n/language.ts'
import { paths } from '../../../../web/paths.ts'
import { startSession } from '../../../../web/session.ts'
import { callAuth } from '../auth-client.ts'
import { passwordFaultWords } from '../auth-words.ts'
import { client, identityQueries } from '../queries.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'
import { setUpErrorWords } from './set-up-words.ts'

/** Behind the link that an empty installation prints: makes the first administrator, once. */
export function SetUpPage() {
  const { t, i18n } = useLingui()
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const { data: status } = useSuspenseQuery(identityQueries.setUp(token))
  const navigate = useNavigate()
  const errorText = useErrorText(setUpErrorWords)
  const formProblems = useFormProblems({
    givenName: { id: 'given-name', name: t`Given name` },
    familyName: { id: 'family-name', name: t`Family name` },
    email: { id: 'email', name: t`E-mail address` },
    organisation: { id: 'organisation', name: t`Name of the organisation` },
  })
  const setUp = useMutation({
    mutationFn: async (fields: FormData) => {
      const text = (name: string) => String(fields.get(name) ?? '').trim()
      const password = String(fields.get('new-password'))
      await client.identity.setUp.complete({
        token,
        givenName: text('givenName'),
        familyName: text('familyName'),
        email: text('email'),
        password,
        language: languages.find((each) => each === text('language')) ?? 'en',
        organisation: status.hasRoot ? null : text('organisation'),
        country: text('country') === 'hu' ? 'hu' : 'pl',
      })
      await callAuth('/sign-in/email', { email: text('email'), password })
    },
    onSuccess: async () => {
      await startSession()
      await navigate(paths.people(), { replace: true })
    },
  })
  const { problems, errorOf } = formProblems(setUp.error)
  const passwordError = passwordErrorOf(setUp.error)
  const general =
    setUp.error && problems.length === 0 && !passwordError ? [{ text: errorText(setUp.error) }] : []

  if (!status.open)
    return (
      <OutsideFrame>
        <h1>
          <Trans>This link does not open anything</Trans>
        </h1>
        <Callout tone="due">
          <Trans>
            It has been used, is older than three days, or there is an administrator already. Start
            the server again to get a new one.
          </Trans>
        </Callout>
        <LinkButton to={paths.signIn()}>
          <Trans>Sign in</Trans>
        </LinkButton>
      </OutsideFrame>
    )

  const givenField = (
    <TextField
      key="given"
      id="given-name"
      name="givenName"
      label={t`Given name`}
      error={errorOf('givenName')}
      input={{ autoComplete: 'given-name' }}
    />
  )
  const familyField = (
    <TextField
      key="family"
      id="family-name"
      name="familyName"
      label={t`Family name`}
      error={errorOf('familyName')}
      input={{ autoComplete: 'family-name' }}
    />
  )

  return (
    <OutsideFrame>
      <div>
        <h1>
          <Trans>Set up Officina</Trans>
        </h1>
        <p className="mt-2 text-ink-2 text-lg">
          <Trans>You become the first administrator. Everybody else comes after you.</Trans>
        </p>
      </div>
      <ErrorSummary
        problems={[
          ...problems,
          ...(passwordError ? [{ fieldId: 'new-password', text: t(passwordError) }] : []),
          ...general,
        ]}
      />
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          setUp.mutate(new FormData(event.currentTarget))
        }}
      >
        {!status.hasRoot && (
          <>
            <TextField
              id="organisation"
              name="organisation"
              label={t`Name of the organisation`}
              hint={t`All offices will stand under it.`}
              error={errorOf('organisation')}
            />
            <Select
              name="country"
              label={t`Country`}
              options={[
                { value: 'pl', label: t`Poland` },
                { value: 'hu', label: t`Hungary` },
              ]}
            />
          </>
        )}
        {i18n.locale === 'hu' ? [familyField, givenField] : [givenField, familyField]}
        <TextField
          id="email"
          name="email"
          type="email"
          label={t`E-mail address`}
          error={errorOf('email')}
          input={{ autoComplete: 'username' }}
        />
        <NewPasswordField
          label={t`Password`}
          error={passwordError ? t(passwordError) : undefined}
        />
        <Select
          name="language"
          label={t`Your language`}
          defaultValue={i18n.locale}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Button type="submit" isPending={setUp.isPending}>
          <Trans>Create the administrator</Trans>
        </Button>
      </form>
    </OutsideFrame>
  )
}

function passwordErrorOf(error: unknown) {
  if (!(error instanceof ORPCError) || error.code !== 'PASSWORD_REFUSED') return null
  const fault: unknown = Reflect.get(Object(error.data), 'fault')
  return passwordFaultWords[String(fault)] ?? null
}
