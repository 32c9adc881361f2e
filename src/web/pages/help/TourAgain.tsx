import { Trans } from '@lingui/react/macro'
import { Footprints } from 'lucide-react'
import { useState } from 'react'
import type { Tour } from '../../../contract/tour.ts'
import { Button } from '../../design-system/Button.tsx'
import { Icon } from '../../design-system/Icon.tsx'
import { useTour } from '../../layout/use-tour.ts'

/** A tour can be taken as often as one likes. */
export function TourAgain({ tour }: { tour: Tour }) {
  const { begin } = useTour()
  const [isComing, setIsComing] = useState(false)
  return (
    <Button
      look="quiet"
      className="no-print"
      isPending={isComing}
      onPress={async () => {
        setIsComing(true)
        await begin(tour)
        setIsComing(false)
      }}
    >
      <Icon of={Footprints} />
      <Trans>Show me around again</Trans>
    </Button>
  )
}
