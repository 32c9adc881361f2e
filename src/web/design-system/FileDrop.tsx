import { Trans } from '@lingui/react/macro'
import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import { type FieldWords, hintLook, labelLook, Problem } from './field-parts.tsx'
import { Icon } from './Icon.tsx'

type Props = Omit<FieldWords, 'optional'> & {
  /** As in `<input accept>`: '.csv,.xlsx'. */
  accept: string
  onFile: (file: File) => void
  /** Name of the file that was chosen. */
  fileName?: string | undefined
  id?: string
}

/** The browser's own file button over the whole area: dropping a file, pressing and keyboard all reach it. */
export function FileDrop({ label, hint, error, accept, onFile, fileName, ...props }: Props) {
  const ownId = useId()
  const id = props.id ?? ownId
  const [isOver, setIsOver] = useState(false)
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className={labelLook}>
        {label}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={hintLook}>
          {hint}
        </span>
      )}
      {error && <Problem id={`${id}-error`}>{error}</Problem>}
      <div
        className={`relative grid min-h-36 place-content-center justify-items-center gap-2 rounded-lg border-2 border-dashed px-6 py-8 text-center focus-within:outline-3 focus-within:outline-focus focus-within:outline-offset-3 ${
          isOver ? 'border-brand bg-brand-soft' : 'border-line-strong bg-surface hover:border-ink'
        }`}
      >
        <Icon of={FileUp} size={28} className="text-brand" />
        {fileName ? (
          <strong className="break-all">{fileName}</strong>
        ) : (
          <span>
            <Trans>Drop a file here or press to choose one</Trans>
          </span>
        )}
        <input
          id={id}
          type="file"
          accept={accept}
          aria-invalid={Boolean(error)}
          aria-describedby={
            [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
          }
          className="absolute inset-0 cursor-pointer opacity-0"
          onDragEnter={() => setIsOver(true)}
          onDragLeave={() => setIsOver(false)}
          onDrop={() => setIsOver(false)}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) onFile(file)
          }}
        />
      </div>
    </div>
  )
}
