import type { InferContractRouterOutputs } from '@orpc/contract'
import type { reporting } from '../../contract.ts'

type Outputs = InferContractRouterOutputs<typeof reporting>

/** What the dashboard of a unit opens with. */
export type Here = Outputs['dashboard']
export type AnnualReport = Outputs['annual']
