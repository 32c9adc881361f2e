import type { InferContractRouterOutputs } from '@orpc/contract'
import type { reporting } from '../../contract.ts'

/** What the dashboard of a unit opens with. */
export type Here = InferContractRouterOutputs<typeof reporting>['dashboard']

/** The unit is the network itself, so that a comparison would say everything twice. */
export const isNetwork = ({ summary, network, officeCount }: Here): boolean =>
  summary.people === network.people && officeCount === network.officeCount
