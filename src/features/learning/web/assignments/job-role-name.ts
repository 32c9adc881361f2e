import { audiences, isAudience } from '../../../catalogue/model/topics.ts'
import { useReaderLanguage } from '../reader-language.ts'

/** The job role's name in the reader's language; personnel systems may send roles we have no name for. */
export function useJobRoleName(): (jobRole: string) => string {
  const language = useReaderLanguage()
  return (jobRole) => (isAudience(jobRole) ? audiences[jobRole][language] : jobRole)
}
