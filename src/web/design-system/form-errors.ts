import { ORPCError } from '@orpc/client'

/** What a schema refused: where, and by which rule; `limit` is the least or most that is allowed. */
export type FieldIssue = {
  /** Path joined by dots: `person.email`. */
  field: string
  rule: 'missing' | 'too-small' | 'too-big' | 'wrong-form' | 'other'
  limit: number | null
}

/** Issues of a zod check in the browser, or of a BAD_REQUEST from the server; none for any other failure. */
export function fieldIssuesOf(failure: unknown): FieldIssue[] {
  const source = failure instanceof ORPCError ? failure.data : failure
  const issues: unknown =
    typeof source === 'object' && source !== null ? Reflect.get(source, 'issues') : undefined
  return Array.isArray(issues) ? issues.map(issueOf) : []
}

function issueOf(issue: unknown): FieldIssue {
  const read = (name: string): unknown =>
    typeof issue === 'object' && issue !== null ? Reflect.get(issue, name) : undefined
  const path = read('path')
  const code = read('code')
  const minimum = read('minimum')
  const maximum = read('maximum')
  const limit = typeof minimum === 'number' ? minimum : typeof maximum === 'number' ? maximum : null
  return {
    field: Array.isArray(path) ? path.map(String).join('.') : '',
    rule: ruleOf(code, limit),
    limit,
  }
}

function ruleOf(code: unknown, limit: number | null): FieldIssue['rule'] {
  if (code === 'too_small') return limit === 1 ? 'missing' : 'too-small'
  if (code === 'too_big') return 'too-big'
  if (code === 'invalid_type') return 'missing'
  if (code === 'invalid_format' || code === 'invalid_value') return 'wrong-form'
  return 'other'
}
