import type { InferContractRouterOutputs } from '@orpc/contract'
import type { identity } from '../../contract.ts'

export type ImportRun = InferContractRouterOutputs<typeof identity>['imports']['get']
