import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { Callout } from '../../../../web/design-system/Callout.tsx'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { paths } from '../../../../web/paths.ts'
import type { PlayerOutput } from '../../contract/player.ts'

/** A new version is the learner's choice: says what she keeps, and lets her stay. */
export function VersionOffer({
  player,
  offer,
}: {
  player: PlayerOutput
  offer: NonNullable<PlayerOutput['versionOffer']>
}) {
  const { enrolmentId } = player
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [isPutOff, setIsPutOff] = useState(() => putOff.has(offer.courseVersionId))
  const errorText = useErrorText({
    ENROLMENT_CLOSED: msg`You are not on this course any more, so there is nothing to change.`,
    VERSION_NOT_OFFERED: msg`Meanwhile another version has come out. Reload the page to see it.`,
  })
  const change = useMutation(
    api.learning.switchVersion.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.learning.key() })
        await navigate(paths.learn(enrolmentId))
      },
      onError: (error) => notify({ tone: 'late', text: errorText(error) }),
    }),
  )
  if (isPutOff) return null
  const { lessonsCarriedOver: kept, lessonsTotal: total, number } = offer
  return (
    <div className="no-print mb-8">
      <Callout tone="info" title={<Trans>A newer version of this course is out ({number})</Trans>}>
        <p>
          <Trans>
            You may stay on the version you began. If you change, lessons whose text is the same
            stay completed: {kept} of {total}. Your notes stay too.
          </Trans>
        </p>
        <div className="mt-3 flex flex-wrap gap-3">
          <Button
            look="quiet"
            isPending={change.isPending}
            onPress={() => change.mutate({ enrolmentId, courseVersionId: offer.courseVersionId })}
          >
            <Trans>Change to the newer version</Trans>
          </Button>
          <Button
            look="link"
            onPress={() => {
              putOff.add(offer.courseVersionId)
              setIsPutOff(true)
            }}
          >
            <Trans>Stay on mine</Trans>
          </Button>
        </div>
      </Callout>
    </div>
  )
}

/** Not asked again until the page is opened anew. */
const putOff = new Set<string>()
