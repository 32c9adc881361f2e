import { Trans, useLingui } from '@lingui/react/macro'
import { Download, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { Button } from '../../design-system/Button.tsx'
import { Icon } from '../../design-system/Icon.tsx'
import { IconButton } from '../../design-system/IconButton.tsx'
import { LinkButton } from '../../design-system/LinkButton.tsx'
import { Menu } from '../../design-system/Menu.tsx'
import { paths } from '../../paths.ts'
import { DialogSamples } from './DialogSamples.tsx'
import { Sample, Samples } from './Sample.tsx'

export function ButtonSamples() {
  const { t } = useLingui()
  const row = 'flex flex-wrap items-center gap-3'
  return (
    <Samples>
      <Sample name="Button look=primary | quiet | danger | link">
        <div className={row}>
          <Button>
            <Trans>Save and continue</Trans>
          </Button>
          <Button look="quiet">
            <Icon of={Download} />
            <Trans>Export</Trans>
          </Button>
          <Button look="danger">
            <Icon of={Trash2} />
            <Trans>Discard</Trans>
          </Button>
          <Button look="link">
            <Trans>Show more</Trans>
          </Button>
        </div>
      </Sample>
      <Sample name="Button isPending, isDisabled">
        <div className={row}>
          <Button isPending>
            <Trans>Saving…</Trans>
          </Button>
          <Button look="quiet" isPending>
            <Trans>Exporting…</Trans>
          </Button>
          <Button isDisabled>
            <Trans>Save and continue</Trans>
          </Button>
          <Button look="quiet" isDisabled>
            <Trans>Export</Trans>
          </Button>
        </div>
      </Sample>
      <Sample name="LinkButton">
        <div className={row}>
          <LinkButton to={paths.design()}>
            <Trans>Back to the lesson</Trans>
          </LinkButton>
          <LinkButton to={paths.design()} look="quiet">
            <Trans>Details</Trans>
          </LinkButton>
        </div>
      </Sample>
      <Sample name="IconButton, Menu">
        <div className={row}>
          <IconButton icon={Pencil} label={t`Change`} />
          <IconButton icon={Pencil} label={t`Change`} isDisabled />
          <Menu
            label={t`Further actions`}
            entries={[
              { id: 'change', label: t`Change`, icon: Pencil, onAction: () => {} },
              {
                id: 'export',
                label: t`Export`,
                icon: Download,
                onAction: () => {},
                isDisabled: true,
              },
              {
                id: 'discard',
                label: t`Discard`,
                icon: Trash2,
                tone: 'danger',
                onAction: () => {},
              },
            ]}
          >
            <IconButton icon={Ellipsis} label={t`Further actions`} />
          </Menu>
        </div>
      </Sample>
      <Sample name="Dialog">
        <DialogSamples />
      </Sample>
    </Samples>
  )
}
