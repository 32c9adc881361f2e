import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { api, client } from '../queries.ts'
import { roleNames } from '../role-names.ts'
import type { GrantRow } from './GrantList.tsx'
import { endGrantErrorWords } from './people-words.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

export function EndGrantDialog({ grant, onClose }: { grant: GrantRow; onClose: () => void }) {
  const { t } = useLingui()
  const errorText = useErrorText(endGrantErrorWords)
  const queryClient = useQueryClient()
  const end = useMutation({
    mutationFn: (reason: string) => client.identity.roles.end({ grantId: grant.id, reason }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.identity.key() })
      notify({ tone: 'done', text: t`The role has ended.` })
      onClose()
    },
  })
  return (
    <ReasonDialog
      title={<Trans>End the role: {t(roleNames[grant.role])}</Trans>}
      action={<Trans>End the role</Trans>}
      failure={end.error && errorText(end.error)}
      isPending={end.isPending}
      onConfirm={(reason) => end.mutate(reason)}
      onClose={onClose}
    >
      <p>
        <Trans>Where: {grant.unitName}, and everything below</Trans>
      </p>
      <p>
        <Trans>
          It stops holding at once. The history keeps it, with your name and the reason.
        </Trans>
      </p>
    </ReasonDialog>
  )
}
