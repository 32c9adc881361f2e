/** The part of oidc-provider that the single sign-on test uses; the package ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Account = { accountId: string; claims: () => Record<string, unknown> }

  export class Provider {
    constructor(
      issuer: string,
      configuration: Record<string, unknown> & {
        findAccount: (context: unknown, id: string) => Account
      },
    )
    callback(): (request: IncomingMessage, response: ServerResponse) => void
  }
}
