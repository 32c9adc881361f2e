import type { AnyContractRouter } from '@orpc/contract'
import { implement } from '@orpc/server'
import type { Context } from './context.ts'

/** The builder of a slice's handlers. Access is enforced by the host, whatever a handler does. */
export const handlersFor = <Contract extends AnyContractRouter>(contract: Contract) =>
  implement(contract).$context<Context>()
