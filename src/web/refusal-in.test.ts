import { ORPCError } from '@orpc/client'
import { expect, it } from 'vitest'
import { refuse } from '../server/refuse.ts'
import { isBusy, isPassing, isUntouched } from './again.ts'
import { refusalIn } from './refusal-in.ts'

it('knows a server that is busy by what it says, and when to come back', async () => {
  const refusal = { status: 503, code: 'OVERLOADED', retryAfterSeconds: 3 } as const
  const error = await refusalIn(refuse('/rpc/__batch__', refusal))
  expect(error).toMatchObject({ code: 'OVERLOADED', data: { retryAfterSeconds: 3 } })
  expect([isBusy(error), isUntouched(error)]).toEqual([true, true])
})

it('takes a request that came too slowly for a connection that is bad', async () => {
  const late = refuse('/rpc/__batch__', { status: 408, code: 'REQUEST_TIMEOUT' })
  expect(late.headers.get('connection')).toBe('close')
  const error = await refusalIn(late)
  expect(error).toBeInstanceOf(ORPCError)
  expect(error).toMatchObject({ code: 'OFFLINE' })
  expect([isPassing(error), isBusy(error)]).toEqual([true, false])
})

it('leaves every other answer to whoever asked', async () => {
  expect(await refusalIn(Response.json({ json: {} }))).toBeNull()
  expect(await refusalIn(refuse('/rpc/x', { status: 403, code: 'ORIGIN_REFUSED' }))).toBeNull()
})
