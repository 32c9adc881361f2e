import type { Refusal } from './security.ts'

const megabyte = 1_000_000

/** Bytes a request to this path may bring. Files of people to import are larger than anything else. */
export function bodyLimitOf(pathname: string): number {
  return /import/i.test(pathname) ? 25 * megabyte : 2 * megabyte
}

export const tooLarge: Refusal = { status: 413, code: 'PAYLOAD_TOO_LARGE' }
