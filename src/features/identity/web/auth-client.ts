/** A refusal of `/api/auth`: its code, and how long to wait where that is the reason. */
export class AuthFailure extends Error {
  readonly code: string
  readonly retryAfterSeconds: number
  readonly fault: string

  constructor(code: string, { retryAfterSeconds = 0, fault = '' } = {}) {
    super(code)
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
    this.fault = fault
  }
}

/** Calls better-auth; resolves to what it answers, rejects with AuthFailure or a TypeError when offline. */
export async function callAuth(path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`/api/auth${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  const answer: unknown = await response.json().catch(() => null)
  // better-auth answers objects, or null where there is nothing.
  const fields = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<
    string,
    unknown
  >
  if (response.ok) return fields
  const code = response.status === 429 ? 'WAIT' : String(fields.code ?? response.status)
  throw new AuthFailure(code, {
    retryAfterSeconds: Number(
      response.headers.get('retry-after') ?? response.headers.get('x-retry-after') ?? 60,
    ),
    fault: String(fields.fault ?? ''),
  })
}

/** Whether this browser and address can use passkeys. */
export const passkeysWork = () =>
  'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential

export async function signInByPasskey(): Promise<void> {
  const options = await callAuth('/passkey/generate-authenticate-options')
  const credential = await navigator.credentials.get({
    // The server's JSON is in the form this function reads.
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
      options as unknown as PublicKeyCredentialRequestOptionsJSON,
    ),
  })
  await callAuth('/passkey/verify-authentication', { response: jsonOf(credential) })
}

export async function addPasskey(name: string): Promise<void> {
  const options = await callAuth('/passkey/generate-register-options')
  const credential = await navigator.credentials.create({
    // The server's JSON is in the form this function reads.
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
      options as unknown as PublicKeyCredentialCreationOptionsJSON,
    ),
  })
  await callAuth('/passkey/verify-registration', { response: jsonOf(credential), name })
}

function jsonOf(credential: Credential | null) {
  if (!(credential instanceof PublicKeyCredential)) throw new AuthFailure('PASSKEY_CANCELLED')
  return credential.toJSON()
}
