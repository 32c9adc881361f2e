import { Trans, useLingui } from '@lingui/react/macro'
import { AArrowDown, AArrowUp, Focus, NotebookPen, Printer, X } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { IconButton } from '../../../../web/design-system/IconButton.tsx'
import type { ReadingView } from './use-reading-view.ts'

/** How the lesson is read: text size, nothing but the text, paper, and the learner's own notes. */
export function LessonTools({ view, noteCount }: { view: ReadingView; noteCount: number }) {
  const { t } = useLingui()
  if (view.isFocused)
    return (
      <Button look="link" onPress={() => view.setFocused(false)} className="min-h-11 px-2">
        <Icon of={X} size={18} />
        <Trans>Leave focus mode</Trans>
      </Button>
    )
  return (
    <div role="toolbar" aria-label={t`Reading view`} className="ms-auto flex shrink-0 items-center">
      <IconButton
        icon={AArrowDown}
        label={t`Smaller text`}
        isDisabled={!view.smaller}
        onPress={() => view.smaller?.()}
      />
      <IconButton
        icon={AArrowUp}
        label={t`Larger text`}
        isDisabled={!view.larger}
        onPress={() => view.larger?.()}
      />
      {/* A phone shows nothing but the text anyhow, and prints badly. */}
      <span className="flex max-sm:hidden">
        <IconButton icon={Focus} label={t`Focus mode`} onPress={() => view.setFocused(true)} />
        <IconButton icon={Printer} label={t`Print`} onPress={() => window.print()} />
      </span>
      <ToggleButton
        isSelected={view.areNotesOpen}
        onChange={view.setNotesOpen}
        className="flex min-h-11 items-center gap-2 rounded-md px-2 text-ink-2 sm:px-3 hover:bg-sunken hover:text-ink data-selected:bg-brand-soft data-selected:text-brand-strong"
      >
        <Icon of={NotebookPen} className="max-[22rem]:hidden" />
        {noteCount > 0 ? <Trans>Notes ({noteCount})</Trans> : <Trans>Notes</Trans>}
      </ToggleButton>
    </div>
  )
}
