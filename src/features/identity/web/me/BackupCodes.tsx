import { Trans } from '@lingui/react/macro'
import { Button } from '../../../../web/design-system/Button.tsx'

export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  return (
    <div className="grid w-full max-w-md gap-4">
      <p role="status">
        <Trans>
          Keep these backup codes where you keep papers. Each opens once, when the phone is not at
          hand. They are not shown again.
        </Trans>
      </p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md border border-line bg-surface px-5 py-4 font-semibold">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" onPress={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
        <Button onPress={onDone}>
          <Trans>I have kept them</Trans>
        </Button>
      </div>
    </div>
  )
}
