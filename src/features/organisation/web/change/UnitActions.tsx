import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown, FolderInput, Merge, PencilLine, Plus, SquareX } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { Menu, type MenuEntry } from '../../../../web/design-system/Menu.tsx'
import { kindsBelow } from '../../model/unit-kind.ts'
import type { UnitPage } from '../unit-page.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { OpenUnitDialog } from './OpenUnitDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'

const dialogs = {
  open: OpenUnitDialog,
  rename: RenameDialog,
  move: MoveDialog,
  merge: MergeDialog,
  close: CloseDialog,
}

/** What who answers for the unit may do with it. */
export function UnitActions({ unit }: { unit: UnitPage }) {
  const { t } = useLingui()
  const [asked, setAsked] = useState<keyof typeof dialogs | null>(null)
  const Asked = asked && dialogs[asked]
  const entry = (id: keyof typeof dialogs, label: string, icon: MenuEntry['icon']): MenuEntry => ({
    id,
    label,
    ...(icon && { icon }),
    onAction: () => setAsked(id),
  })
  return (
    <>
      {kindsBelow(unit.kind).length > 0 && (
        <Button look="quiet" onPress={() => setAsked('open')}>
          <Icon of={Plus} />
          <Trans>Open a unit below</Trans>
        </Button>
      )}
      <Menu
        label={t`Change this unit`}
        entries={[
          entry('rename', t`Rename the unit`, PencilLine),
          ...(unit.parentId
            ? [
                entry('move', t`Move the unit`, FolderInput),
                entry('merge', t`Merge it into another`, Merge),
                { ...entry('close', t`Close the unit`, SquareX), tone: 'danger' as const },
              ]
            : []),
        ]}
      >
        <Button look="quiet">
          <Trans>Change</Trans>
          <Icon of={ChevronDown} />
        </Button>
      </Menu>
      {Asked && <Asked unit={unit} onClose={() => setAsked(null)} />}
    </>
  )
}
