import { useEffect } from 'react'
import { useMe } from '../session.ts'
import { endTour, useRunningTour } from '../tour/tour-run.ts'
import { useTour } from './use-tour.ts'

/** Where a tour stands while one is taken: early in the page's order, so that the keyboard finds it again. */
export function TourPlace() {
  const running = useRunningTour()
  const isSignedIn = useMe() !== null
  const { close } = useTour()
  useEffect(() => {
    if (running && !isSignedIn) endTour()
  }, [running, isSignedIn])
  if (!running || !isSignedIn) return null
  const { Panel, tour } = running
  return (
    <Panel
      key={tour}
      tour={tour}
      onClose={() => {
        close(tour)
        endTour()
      }}
    />
  )
}
