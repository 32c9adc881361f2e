import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { Breadcrumbs } from '../../../../web/design-system/Breadcrumbs.tsx'
import { Button } from '../../../../web/design-system/Button.tsx'
import { EmptyState } from '../../../../web/design-system/EmptyState.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { type Step, Steps } from '../../../../web/design-system/Steps.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { paths } from '../../../../web/paths.ts'
import { api, client, identityQueries } from '../queries.ts'
import { AppliedReport } from './AppliedReport.tsx'
import { CheckReport } from './CheckReport.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { runErrorWords } from './import-words.ts'

/** One import from its columns to its result; the address says which step is looked at. */
export function ImportPage() {
  const { t } = useLingui()
  const { importId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const { data: run } = useSuspenseQuery(identityQueries.import(importId))
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const errorText = useErrorText(runErrorWords)
  const discard = useMutation({
    mutationFn: () => client.identity.imports.discard({ importId }),
    onSuccess: async () => {
      await navigate(paths.peopleImport())
      await queryClient.invalidateQueries({ queryKey: api.identity.imports.key() })
      notify({ tone: 'done', text: t`The import is discarded. Nothing of the file is kept.` })
    },
    onError: (error) => notify({ tone: 'late', text: errorText(error) }),
  })
  const showsColumns =
    run.state === 'uploaded' || (run.state === 'checked' && search.has('columns'))
  const steps = useSteps(showsColumns ? 1 : run.state === 'checked' ? 2 : 3)
  const isOpen = run.state === 'uploaded' || run.state === 'checked'

  return (
    <div className="grid gap-8">
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: t`People`, to: paths.people() },
              { label: t`Import`, to: paths.peopleImport() },
              { label: run.fileName },
            ]}
          />
        }
        title={<Trans>Import people</Trans>}
        lede={`${run.fileName} · ${run.unitName}`}
        actions={
          isOpen && (
            <Button look="quiet" isPending={discard.isPending} onPress={() => discard.mutate()}>
              <Trans>Discard this import</Trans>
            </Button>
          )
        }
      />
      {run.state === 'discarded' ? (
        <EmptyState
          title={<Trans>This import was discarded</Trans>}
          action={
            <LinkButton to={paths.peopleImport()}>
              <Trans>Import another file</Trans>
            </LinkButton>
          }
        >
          <Trans>Nothing of the file is kept, and nobody was changed.</Trans>
        </EmptyState>
      ) : (
        <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
          <nav aria-label={t`Steps of the import`}>
            <Steps steps={steps} />
          </nav>
          <div className="min-w-0">
            {showsColumns ? (
              <ColumnsStep run={run} onChecked={() => setSearch({})} />
            ) : run.state === 'checked' ? (
              <CheckReport run={run} />
            ) : (
              <AppliedReport run={run} />
            )}
          </div>
        </div>
      )}
    </div>
  )
}

function useSteps(current: number): Step[] {
  const { t } = useLingui()
  const state = (index: number) =>
    index < current || current === 3 ? 'done' : index === current ? 'current' : 'ahead'
  return [t`Upload the file`, t`Choose columns`, t`Look at the check`, t`Take over`].map(
    (title, index) => ({ id: title, title, state: state(index) }),
  )
}
