import type { InferContractRouterOutputs } from '@orpc/contract'
import type { organisation } from '../contract.ts'

export type UnitPage = InferContractRouterOutputs<typeof organisation>['unit']
