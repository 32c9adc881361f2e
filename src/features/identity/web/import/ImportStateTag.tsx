import { useLingui } from '@lingui/react/macro'
import { Tag } from '../../../../web/design-system/Tag.tsx'

export function ImportStateTag({
  state,
}: {
  state: 'uploaded' | 'checked' | 'applied' | 'discarded'
}) {
  const { t } = useLingui()
  if (state === 'uploaded') return <Tag>{t`not checked yet`}</Tag>
  if (state === 'checked') return <Tag tone="info">{t`checked`}</Tag>
  if (state === 'applied') return <Tag tone="done">{t`taken over`}</Tag>
  return <Tag>{t`discarded`}</Tag>
}
