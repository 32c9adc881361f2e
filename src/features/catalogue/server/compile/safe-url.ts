/** Addresses a course may lead to: https, mail and telephone. */
export function isSafeUrl(url: string): boolean {
  try {
    return ['https:', 'mailto:', 'tel:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}
