import type { LoaderFunctionArgs } from 'react-router'
import { queryClient } from '../../../web/api.ts'
import { currentLanguage } from './current-language.ts'
import { countedHere, levelOf, readAddress } from './dashboard-address.ts'
import { reportingQueries } from './queries.ts'

/** Fetches what the page opens with, so that it is drawn at once and whole. */
export async function loadDashboard({ request }: LoaderFunctionArgs) {
  const address = readAddress(new URL(request.url).searchParams)
  const unitId =
    address.unitId ?? (await queryClient.ensureQueryData(reportingQueries.myUnits()))[0]?.unitId
  if (!unitId) return null
  const language = currentLanguage()
  const counted = countedHere(address, unitId)
  const { ensureQueryData } = bound
  const [here] = await Promise.all([
    ensureQueryData(reportingQueries.dashboard(counted, language)),
    ensureQueryData(reportingQueries.myUnits()),
  ])
  const { personState, sort, descending } = address
  const year = address.year ?? Number(here.asOf.slice(0, 4))
  await Promise.all([
    ensureQueryData(reportingQueries.units(counted, levelOf(address, here), sort, descending)),
    ensureQueryData(reportingQueries.annual(unitId, year)),
    here.mayReadPeople &&
      queryClient.ensureInfiniteQueryData(
        reportingQueries.people(counted, personState === 'all' ? undefined : personState, language),
      ),
  ])
  return null
}

const bound = { ensureQueryData: queryClient.ensureQueryData.bind(queryClient) }
