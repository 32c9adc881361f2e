import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Checkbox } from '../../../../web/design-system/Checkbox.tsx'
import { ErrorSummary } from '../../../../web/design-system/ErrorSummary.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { useErrorText } from '../../../../web/errors.tsx'
import { paths } from '../../../../web/paths.ts'
import { api, client, identityQueries } from '../queries.ts'
import { FaultyRows } from './FaultyRows.tsx'
import { ImportFigures } from './ImportFigures.tsx'
import type { ImportRun } from './import-run.ts'
import { runErrorWords } from './import-words.ts'

/** The dry run's result, and the decision: leave faulty rows out, or correct the file. */
export function CheckReport({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const errorText = useErrorText(runErrorWords)
  const queryClient = useQueryClient()
  const [invite, setInvite] = useState(false)
  const { create, update, unchanged, faulty } = run.summary
  const good = create + update + unchanged
  const apply = useMutation({
    mutationFn: () =>
      client.identity.imports.apply({ importId: run.id, leaveOutFaulty: faulty > 0, invite }),
    onSuccess: async (applied) => {
      queryClient.setQueryData(identityQueries.import(run.id).queryKey, applied)
      await queryClient.invalidateQueries({ queryKey: api.identity.people.key() })
      await queryClient.invalidateQueries({ queryKey: api.identity.imports.list.key() })
    },
    onError: () => queryClient.invalidateQueries({ queryKey: api.identity.imports.key() }),
  })

  return (
    <div className="grid gap-8">
      <ErrorSummary problems={apply.error ? [{ text: errorText(apply.error) }] : []} />
      <div className="grid gap-4">
        <h2>
          {faulty === 0
            ? t`Every row can be taken over`
            : t`${plural(faulty, { one: '# row cannot be taken over', other: '# rows cannot be taken over' })}`}
        </h2>
        <ImportFigures run={run} />
        <p className="text-ink-2">
          <Trans>Nothing has been changed so far.</Trans>{' '}
          <LinkButton to="?columns" look="link">
            <Trans>Choose other columns</Trans>
          </LinkButton>
        </p>
      </div>
      {faulty > 0 && <FaultyRows run={run} />}
      <div className="grid justify-items-start gap-4 border-ink border-t-2 pt-6">
        {good === 0 ? (
          <>
            <p>
              <Trans>There is nothing to take over. Correct the file and upload it again.</Trans>
            </p>
            <LinkButton to={paths.peopleImport()}>
              <Trans>Upload a corrected file</Trans>
            </LinkButton>
          </>
        ) : (
          <>
            {create > 0 && (
              <Checkbox
                isSelected={invite}
                onChange={setInvite}
                hint={t`Each gets a link to choose a password; it works for seven days.`}
              >
                {t`${plural(create, { one: 'Invite the new person by e-mail', other: 'Invite the # new people by e-mail' })}`}
              </Checkbox>
            )}
            <div className="flex flex-wrap gap-3">
              <Button isPending={apply.isPending} onPress={() => apply.mutate()}>
                {faulty > 0 ? t`Import ${good} and leave out ${faulty}` : t`Import ${good}`}
              </Button>
              {faulty > 0 && (
                <LinkButton to={paths.peopleImport()} look="quiet">
                  <Trans>Import nothing; upload a corrected file</Trans>
                </LinkButton>
              )}
            </div>
            <p role="status" className="text-ink-2 text-sm">
              {apply.isPending ? (
                <Trans>People are being taken over. It happens wholly or not at all.</Trans>
              ) : (
                <Trans>It happens wholly or not at all; the same file can be imported again.</Trans>
              )}
            </p>
          </>
        )}
      </div>
    </div>
  )
}
