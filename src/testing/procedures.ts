import { isContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import type { Access } from '../contract/access.ts'
import { contract } from '../contract/index.ts'

export type ListedProcedure = {
  /** As in the contract: `['learning', 'withdraw']`. */
  path: string[]
  name: string
  access: Access | undefined
  /** By the browser, and asked for by ETag. */
  isKept: boolean
  input: z.ZodType | undefined
  method: string
  route: string
}

/** Every procedure of the contract. */
export function listProcedures(): ListedProcedure[] {
  return walk(contract, [])
}

function walk(node: unknown, path: string[]): ListedProcedure[] {
  if (isContractProcedure(node)) {
    const { meta, inputSchema, route } = node['~orpc']
    const { access, kept } = meta as { access?: Access; kept?: boolean } // contract primitives fix the type of meta
    return [
      {
        path,
        name: path.join('.'),
        access,
        isKept: kept === true,
        input: inputSchema as z.ZodType | undefined, // the contract is written in zod alone
        method: route.method ?? 'POST',
        route: route.path ?? '',
      },
    ]
  }
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => walk(child, [...path, key]))
}

/** Calls a procedure over HTTP with any input, as the browser's link would. */
export async function callProcedure(
  app: (request: Request) => Promise<Response>,
  procedure: ListedProcedure,
  input: unknown,
  cookie: string | null,
): Promise<{ status: number; body: unknown }> {
  const response = await app(
    new Request(`http://officina.test/rpc/${procedure.path.join('/')}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: 'http://officina.test',
        ...(cookie ? { cookie } : {}),
      },
      body: JSON.stringify({ json: input }),
    }),
  )
  const text = await response.text()
  return { status: response.status, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
