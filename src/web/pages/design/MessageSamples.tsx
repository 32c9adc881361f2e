import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../design-system/Button.tsx'
import { Callout } from '../../design-system/Callout.tsx'
import { EmptyState } from '../../design-system/EmptyState.tsx'
import { ErrorSummary, type FormProblem } from '../../design-system/ErrorSummary.tsx'
import { Skeleton } from '../../design-system/Skeleton.tsx'
import { TextField } from '../../design-system/TextField.tsx'
import { notify } from '../../design-system/toast.ts'
import { Sample, Samples } from './Sample.tsx'

export function MessageSamples() {
  const { t } = useLingui()
  const [problems, setProblems] = useState<FormProblem[]>([])
  return (
    <Samples>
      <Sample name="Callout">
        <div className="grid gap-4">
          <Callout title={<Trans>Legal basis</Trans>}>
            <Trans>The deadline for the whole procedure is sixty days.</Trans>
          </Callout>
          <Callout tone="due" title={<Trans>Due soon</Trans>}>
            <Trans>Two lessons are left and three days.</Trans>
          </Callout>
          <Callout tone="late" title={<Trans>Not like this</Trans>}>
            <Trans>“Bring your papers and come back.”</Trans>
          </Callout>
          <Callout tone="done" title={<Trans>Rather like this</Trans>}>
            <Trans>“I will help. Are you moving into your own flat, or renting?”</Trans>
          </Callout>
        </div>
      </Sample>
      <Sample name="ErrorSummary">
        <form
          noValidate
          className="grid justify-items-start gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            setProblems([{ fieldId: 'sample-name', text: t`Name: nothing is entered` }])
          }}
        >
          <ErrorSummary problems={problems} />
          <TextField id="sample-name" label={<Trans>Name</Trans>} error={problems[0]?.text} />
          <Button type="submit" look="quiet">
            <Trans>Send the empty form</Trans>
          </Button>
        </form>
      </Sample>
      <Sample name="EmptyState">
        <EmptyState
          title={<Trans>No groups yet</Trans>}
          action={
            <Button look="quiet">
              <Trans>Make a group</Trans>
            </Button>
          }
        >
          <Trans>Groups you train will stand here, with their progress lesson by lesson.</Trans>
        </EmptyState>
      </Sample>
      <Sample name="Skeleton">
        <Skeleton rows={3} />
      </Sample>
      <Sample name="notify()">
        <div className="flex flex-wrap gap-3">
          <Button
            look="quiet"
            onPress={() => notify({ tone: 'done', text: t`The due date has been changed.` })}
          >
            <Trans>Good news</Trans>
          </Button>
          <Button
            look="quiet"
            onPress={() =>
              notify({
                tone: 'info',
                text: t`The reminder goes out in a minute.`,
                action: { label: t`Take it back`, run: () => {} },
              })
            }
          >
            <Trans>News with an action</Trans>
          </Button>
          <Button
            look="quiet"
            onPress={() =>
              notify({
                tone: 'late',
                text: t`The reminder was not sent: the server did not answer.`,
              })
            }
          >
            <Trans>Bad news</Trans>
          </Button>
        </div>
      </Sample>
    </Samples>
  )
}
