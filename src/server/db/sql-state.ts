/**
 * PostgreSQL's five-character code of a failed statement (SQLSTATE), however deep the driver's error was
 * wrapped; null for an error of another kind.
 */
export function sqlStateOf(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause)
    if ('code' in each && typeof each.code === 'string' && /^[0-9A-Z]{5}$/.test(each.code))
      return each.code
  return null
}
