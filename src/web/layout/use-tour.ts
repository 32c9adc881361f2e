import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { Tour } from '../../contract/tour.ts'
import { client } from '../api.ts'
import { notify } from '../design-system/toast.ts'
import { type Me, meQuery, useMe } from '../session.ts'
import { beginTour } from '../tour/tour-run.ts'

/** Begins a tour, and notes that one was taken or declined. */
export function useTour() {
  const { t } = useLingui()
  const me = useMe()
  const queryClient = useQueryClient()
  return {
    begin: (tour: Tour) =>
      beginTour(tour).catch(() =>
        notify({ tone: 'late', text: t`The tour could not be loaded. Check your connection.` }),
      ),
    close: (tour: Tour) => {
      if (!me || me.toursSeen.includes(tour)) return
      queryClient.setQueryData<Me | null>(
        meQuery().queryKey,
        (known) => known && { ...known, toursSeen: [...known.toursSeen, tour] },
      )
      // Without a line it is offered once more another day; nobody is troubled with that now.
      client.identity.tours.close({ tour }).catch(() => {})
    },
  }
}
