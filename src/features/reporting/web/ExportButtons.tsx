import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { client } from '../../../web/api.ts'
import { Button } from '../../../web/design-system/Button.tsx'
import { Icon } from '../../../web/design-system/Icon.tsx'
import { notify } from '../../../web/design-system/toast.ts'
import { useErrorText } from '../../../web/errors.tsx'
import { saveFile } from '../../../web/save-file.ts'
import { useMay } from '../../../web/session.ts'
import type { PersonRow } from '../contract.ts'
import { useLanguage } from './current-language.ts'
import type { CountedHere, UnitLevel } from './queries.ts'

type Props =
  | { what: 'units'; input: CountedHere & { level: UnitLevel } }
  | { what: 'people'; input: CountedHere & { state: PersonRow['state'] | undefined } }

/** The table above as a file, from the same query; only for those who may take figures out. */
export function ExportButtons(props: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const errorText = useErrorText({
    TOO_LONG: msg`This list is too long for XLSX. Please download it as CSV: spreadsheets open that, too.`,
  })
  const mayExport = useMay()('reports.export')
  const fetching = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') =>
      props.what === 'units'
        ? client.reporting.exportUnits({ ...props.input, format, language })
        : client.reporting.exportPeople({ ...props.input, format, language }),
    onSuccess: (file) => {
      saveFile(file)
      const { name } = file
      notify({ tone: 'done', text: t`File downloaded: ${name}` })
    },
    onError: (error) => notify({ tone: 'late', text: errorText(error) }),
  })
  if (!mayExport) return null
  const button = (format: 'csv' | 'xlsx', words: React.ReactNode) => (
    <Button
      look="link"
      onPress={() => fetching.mutate(format)}
      isPending={fetching.isPending && fetching.variables === format}
    >
      <Icon of={Download} size={17} />
      {words}
    </Button>
  )
  return (
    <div className="no-print flex flex-wrap gap-x-6 gap-y-2">
      {button('xlsx', <Trans>Download as XLSX</Trans>)}
      {button('csv', <Trans>Download as CSV</Trans>)}
      {props.what === 'people' && (
        <p className="w-full text-ink-3 text-sm">
          <Trans>The people in the list can see that you took it out.</Trans>
        </p>
      )}
    </div>
  )
}
