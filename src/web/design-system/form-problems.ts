import { useLingui } from '@lingui/react/macro'
import type { FormProblem } from './ErrorSummary.tsx'
import { type FieldIssue, fieldIssuesOf } from './form-errors.ts'

/**
 * Wires a refused form: the summary's lines and each field's words from one failure.
 * `fields` gives for each field its control's id and its name in a sentence ("E-mail").
 */
export function useFormProblems(fields: Record<string, { id: string; name: string }>) {
  const { t } = useLingui()
  return (
    failure: unknown,
  ): { problems: FormProblem[]; errorOf: (field: string) => string | undefined } => {
    const issues = fieldIssuesOf(failure)
    const textOf = (issue: FieldIssue) => {
      const name = fields[issue.field]?.name ?? issue.field
      const limit = issue.limit ?? 0
      if (issue.rule === 'missing') return t`${name}: nothing is entered`
      if (issue.rule === 'too-small') return t`${name}: at least ${limit} needed`
      if (issue.rule === 'too-big') return t`${name}: at most ${limit} allowed`
      if (issue.rule === 'wrong-form') return t`${name}: not in a form we can read`
      return t`${name}: this cannot be used`
    }
    return {
      problems: issues.map((issue) => ({ fieldId: fields[issue.field]?.id, text: textOf(issue) })),
      errorOf: (field) => {
        const issue = issues.find((each) => each.field === field)
        return issue && textOf(issue)
      },
    }
  }
}
