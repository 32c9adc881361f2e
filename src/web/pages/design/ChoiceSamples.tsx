import { Trans, useLingui } from '@lingui/react/macro'
import { Checkbox } from '../../design-system/Checkbox.tsx'
import { CheckboxGroup } from '../../design-system/CheckboxGroup.tsx'
import { RadioGroup } from '../../design-system/RadioGroup.tsx'
import { Switch } from '../../design-system/Switch.tsx'
import { Sample, Samples } from './Sample.tsx'

export function ChoiceSamples() {
  const { t } = useLingui()
  const answers = [
    { value: 'id', label: <Trans>Have you brought your identity card?</Trans> },
    {
      value: 'help',
      label: <Trans>What can I help you with about the building permit?</Trans>,
      hint: <Trans>It cannot be answered in one word.</Trans>,
    },
  ]
  return (
    <Samples>
      <Sample name="Checkbox">
        <Checkbox>
          <Trans>Tell them by mail</Trans>
        </Checkbox>
        <Checkbox defaultSelected hint={<Trans>They see it on their start page too</Trans>}>
          <Trans>Remind them three days before</Trans>
        </Checkbox>
        <Checkbox isIndeterminate>
          <Trans>All people in this group</Trans>
        </Checkbox>
        <Checkbox isDisabled>
          <Trans>Not possible for closed units</Trans>
        </Checkbox>
      </Sample>
      <Sample name="CheckboxGroup error">
        <CheckboxGroup
          label={<Trans>Languages of the course</Trans>}
          error={t`Languages: choose at least one`}
          options={[
            { value: 'pl', label: 'Polski' },
            { value: 'hu', label: 'Magyar' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Sample>
      <Sample name="RadioGroup look=boxed">
        <RadioGroup
          look="boxed"
          label={<Trans>Which of the questions is an open one?</Trans>}
          defaultValue="help"
          options={answers}
        />
      </Sample>
      <Sample name="RadioGroup, Switch">
        <RadioGroup
          label={<Trans>Who gets the course?</Trans>}
          error={t`Who gets the course: nothing is chosen`}
          options={[
            { value: 'unit', label: <Trans>Everybody in the unit</Trans> },
            { value: 'role', label: <Trans>One role in the unit</Trans> },
            { value: 'none', label: <Trans>Nobody yet</Trans>, isDisabled: true },
          ]}
        />
        <div className="mt-4">
          <Switch defaultSelected>
            <Trans>Focus mode</Trans>
          </Switch>
          <Switch>
            <Trans>Show finished courses too</Trans>
          </Switch>
          <Switch isDisabled>
            <Trans>Sign in with a second factor</Trans>
          </Switch>
        </div>
      </Sample>
    </Samples>
  )
}
