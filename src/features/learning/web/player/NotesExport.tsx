import { Trans } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { CourseId } from '../../../../contract/primitives.ts'
import { client } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { useReaderLanguage } from '../reader-language.ts'

/** The notes of the whole course as a file to keep. */
export function NotesExport({ courseId }: { courseId: CourseId }) {
  const language = useReaderLanguage()
  const errorText = useErrorText()
  const download = useMutation({
    mutationFn: (format: 'markdown' | 'json') =>
      client.learning.exportNotes({ courseId, language, format }),
    onSuccess: save,
    onError: (error) => notify({ tone: 'late', text: errorText(error) }),
  })
  return (
    <div className="grid gap-1">
      <p className="text-ink-3 text-sm">
        <Trans>All notes of this course as a file</Trans>
      </p>
      <div className="flex flex-wrap gap-x-5">
        <Button look="link" onPress={() => download.mutate('markdown')}>
          <Icon of={Download} size={18} />
          <Trans>As text</Trans>
        </Button>
        <Button look="link" onPress={() => download.mutate('json')}>
          <Icon of={Download} size={18} />
          <Trans>As data (JSON)</Trans>
        </Button>
      </div>
    </div>
  )
}

function save({
  fileName,
  mediaType,
  text,
}: {
  fileName: string
  mediaType: string
  text: string
}) {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Some browsers begin to read only after the press is over.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
